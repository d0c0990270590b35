import { defineErrors } from "./define-errors";

export const formErrors = defineErrors({
  "form.not-found": {
    kind: "not-found",
    ko: "양식을 찾을 수 없어요.",
    en: "There is no such form.",
  },
  "form.not-offered": {
    kind: "conflict",
    ko: "이제 쓰지 않는 양식이에요. 다른 양식으로 새로 작성해 주세요.",
    en: "This form is not in use any more. Please start anew on another one.",
  },
  "form.not-the-drafts": {
    kind: "conflict",
    ko: "이 초안을 시작한 양식과 달라요. 초안을 다시 열어 주세요.",
    en: "This draft was begun on another form, or another version of it. Please open it again.",
  },
  "form.code-taken": {
    kind: "conflict",
    ko: "이미 있는 양식 코드예요.",
    en: "There is a form of this code already.",
  },
  "form.changed-meanwhile": {
    kind: "conflict",
    ko: "그 사이 다른 사람이 이 양식을 바꿨어요. 최신 내용을 불러온 뒤 다시 고쳐 주세요.",
    en: "Somebody has changed this form meanwhile. Please load it as it is now, and change that.",
  },
});
