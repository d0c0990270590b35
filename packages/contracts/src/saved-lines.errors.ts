import { defineErrors } from "./define-errors";

export const savedLineErrors = defineErrors({
  "saved-line.not-found": {
    kind: "not-found",
    ko: "저장된 결재선을 찾을 수 없어요.",
    en: "There is no such saved line.",
  },
  "saved-line.name-taken": {
    kind: "conflict",
    ko: "같은 이름의 결재선이 이미 있어요.",
    en: "You have a line of this name already.",
  },
  "saved-line.too-many": {
    kind: "conflict",
    ko: "결재선은 20개까지 저장할 수 있어요. 쓰지 않는 것을 지워 주세요.",
    en: "At most 20 lines can be saved. Please delete one you do not use.",
  },
});
