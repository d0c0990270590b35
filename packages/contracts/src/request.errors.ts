import { defineErrors } from "./define-errors";

/** Refusals that belong to no domain: the request itself was not acceptable, or a server is away. */
export const requestErrors = defineErrors({
  "request.invalid": { kind: "invalid", ko: "입력한 내용을 다시 확인해 주세요.", en: "Please check what you entered." },
  "request.signed-out": { kind: "unauthenticated", ko: "로그인이 필요해요.", en: "Please sign in." },
  "request.forbidden": { kind: "forbidden", ko: "이 작업을 할 권한이 없어요.", en: "You are not allowed to do this." },
  "request.foreign-origin": {
    kind: "forbidden",
    ko: "다른 사이트에서 온 요청은 받을 수 없어요.",
    en: "Requests from another site are refused.",
  },
  "request.not-found": {
    kind: "not-found",
    ko: "찾을 수 없어요. 지워졌거나 볼 수 없는 항목이에요.",
    en: "Not found. It may be gone, or not yours to see.",
  },
  "request.too-large": { kind: "invalid", ko: "보낸 내용이 너무 커요.", en: "The request is too large." },
  "request.too-many": {
    kind: "throttled",
    ko: "요청이 너무 많아요. {seconds}초 뒤에 다시 시도해 주세요.",
    en: "Too many requests. Try again in {seconds} seconds.",
  },
  "request.unavailable": {
    kind: "unavailable",
    ko: "서버가 잠시 쉬고 있어요. 입력한 내용은 그대로 있으니 잠시 뒤 다시 시도해 주세요.",
    en: "A server is briefly away. What you entered is kept; please try again soon.",
  },
});
