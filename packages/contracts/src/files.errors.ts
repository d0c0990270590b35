import { defineErrors } from "./define-errors";

export const fileErrors = defineErrors({
  "file.not-found": { kind: "not-found", ko: "첨부한 파일이 없어요.", en: "There is no such file." },
  "file.too-large": { kind: "invalid", ko: "파일은 5MB까지 첨부할 수 있어요.", en: "A file may have up to 5 MB." },
  "file.type": {
    kind: "invalid",
    ko: "PDF, PNG, JPEG, WebP 파일만 첨부할 수 있어요.",
    en: "Only PDF, PNG, JPEG and WebP files can be attached.",
  },
});
