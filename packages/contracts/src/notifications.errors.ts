import { defineErrors } from "./define-errors";

export const notificationErrors = defineErrors({
  "notification.not-found": { kind: "not-found", ko: "알림을 찾을 수 없어요.", en: "There is no such notification." },
});
