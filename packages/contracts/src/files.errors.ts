import { defineErrors } from "./define-errors";

export const fileErrors = defineErrors({
  "file.not-found": { kind: "not-found", ko: "첨부한 파일이 없어요.", en: "There is no such file." },
  "file.too-large": { kind: "invalid", ko: "파일은 5MB까지 첨부할 수 있어요.", en: "A file may have up to 5 MB." },
  "file.too-many-unclaimed": {
    kind: "conflict",
    ko: "저장하지 않은 파일이 너무 많아요. 문서를 저장하거나 내일 다시 시도해 주세요.",
    en: "Too many of your files wait to be saved. Please save the document, or try again tomorrow.",
  },
  "file.type": {
    kind: "invalid",
    ko: "PDF, PNG, JPEG, WebP 파일만 첨부할 수 있어요.",
    en: "Only PDF, PNG, JPEG and WebP files can be attached.",
  },
});
