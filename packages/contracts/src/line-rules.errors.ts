import { defineErrors } from "./define-errors";

export const lineRuleErrors = defineErrors({
  "line-rule.changed-meanwhile": {
    kind: "conflict",
    ko: "그 사이 다른 사람이 이 결재선 규정을 바꿨어요. 최신 내용을 불러온 뒤 다시 고쳐 주세요.",
    en: "Somebody has changed this line rule meanwhile. Please load it as it is now, and change that.",
  },
});
