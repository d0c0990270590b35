import { defineErrors } from "./define-errors";

export const identityErrors = defineErrors({
  "identity.invalid-credentials": {
    kind: "unauthenticated",
    ko: "이메일 또는 비밀번호가 맞지 않아요.",
    en: "The e-mail or the password is wrong.",
  },
  "identity.throttled": {
    kind: "throttled",
    ko: "시도가 너무 많아요. {seconds}초 뒤에 다시 시도해 주세요.",
    en: "Too many attempts. Try again in {seconds} seconds.",
  },
  "identity.weak-password": {
    kind: "invalid",
    ko: "비밀번호는 8자 이상이고 대문자, 소문자, 숫자, 기호를 모두 넣어 주세요.",
    en: "Use at least 8 characters with upper case, lower case, a digit and a symbol.",
  },
  "identity.email-domain-not-allowed": {
    kind: "invalid",
    ko: "회사 이메일 주소로만 가입할 수 있어요.",
    en: "Only company e-mail addresses can sign up.",
  },
  "identity.email-taken": {
    kind: "conflict",
    ko: "이미 가입된 이메일이에요.",
    en: "This e-mail is already registered.",
  },
  "identity.invalid-code": {
    kind: "invalid",
    ko: "인증 코드가 맞지 않거나 시간이 지났어요.",
    en: "The code is wrong or has expired.",
  },
  "identity.not-confirmed": {
    kind: "forbidden",
    ko: "이메일로 받은 인증 코드를 먼저 입력해 주세요.",
    en: "Enter the code from your e-mail first.",
  },
  "identity.disabled": {
    kind: "forbidden",
    ko: "사용이 중지된 계정이에요. 인사팀에 문의해 주세요.",
    en: "This account is disabled. Please ask HR.",
  },
  "identity.ticket-expired": {
    kind: "unauthenticated",
    ko: "로그인 시간이 지났어요. 다시 로그인해 주세요.",
    en: "The sign-in took too long. Please sign in again.",
  },
  "identity.demo-only": {
    kind: "forbidden",
    ko: "데모 회사에서만 쓸 수 있어요.",
    en: "Only the demo company has this.",
  },
});
