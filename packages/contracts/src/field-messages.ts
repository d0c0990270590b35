import type { LocalizedText } from "./units";

/** What a form shows under a field; schemas name these keys as their messages. `text.required` also stands for a missing value. */
export const fieldMessages = {
  "text.required": { ko: "필수입니다.", en: "Required." },
  "text.too-long": { ko: "너무 길어요.", en: "Too long." },
  "email.malformed": { ko: "이메일 주소 형식이 아니에요.", en: "This is not an e-mail address." },
  "date.malformed": { ko: "날짜를 2026-03-09처럼 입력해 주세요.", en: "Enter a date like 2026-03-09." },
  "time.malformed": { ko: "시각을 22:30처럼 입력해 주세요.", en: "Enter a time like 22:30." },
  "quiet-hours.empty": { ko: "시작과 끝이 달라야 해요.", en: "The end must differ from the start." },
  "period.reversed": { ko: "끝나는 날이 시작하는 날보다 빨라요.", en: "The end is before the start." },
  "amount.malformed": { ko: "1원 이상의 금액을 숫자로 입력해 주세요.", en: "Enter an amount of at least 1 won." },
  "department.code-malformed": {
    ko: "영문 대문자로 시작하고 대문자, 숫자, 밑줄만 쓸 수 있어요.",
    en: "Start with a capital letter; capitals, digits and underscores only.",
  },
  "identity.weak-password": {
    ko: "8자 이상, 대문자·소문자·숫자·기호를 모두 넣어 주세요.",
    en: "At least 8 characters with upper case, lower case, a digit and a symbol.",
  },
  "identity.invalid-code": { ko: "숫자 6자리를 입력해 주세요.", en: "Enter the six digits." },
  "line.no-steps": { ko: "결재자를 한 명 이상 지정해 주세요.", en: "Name at least one approver." },
  "line.too-many-steps": { ko: "결재 단계는 10개까지예요.", en: "At most 10 steps." },
  "line.too-many-people": { ko: "한 단계에는 1명에서 5명까지 지정할 수 있어요.", en: "A step takes 1 to 5 people." },
  "line.same-person-twice": { ko: "같은 사람이 두 번 들어 있어요.", en: "The same person is named twice." },
  "line.lacks-signers": {
    ko: "규정에 따라 꼭 결재해야 하는 사람이 빠졌거나 순서가 달라요.",
    en: "Somebody whom the rule names is missing, or not in their place.",
  },
  "line-rule.no-tiers": { ko: "구간을 하나 이상 두세요.", en: "Keep at least one tier." },
  "line-rule.too-many-tiers": { ko: "구간은 8개까지예요.", en: "At most 8 tiers." },
  "line-rule.last-tier": { ko: "마지막 구간에는 금액을 적지 않아요.", en: "The last tier has no upper amount." },
  "line-rule.tiers-disordered": { ko: "앞 구간보다 큰 금액을 적어 주세요.", en: "Enter more than in the tier before." },
  "leave.part-of-one-day": {
    ko: "반차와 시간 휴가는 하루에만 쓸 수 있어요.",
    en: "Half days and hours are for a single day.",
  },
  "leave.days-malformed": {
    ko: "0.5일 단위로, 0.5일에서 60일까지 고를 수 있어요.",
    en: "Choose half days, from 0.5 to 60 days.",
  },
  "leave.period-too-long": { ko: "한 번에 1년까지 신청할 수 있어요.", en: "At most a year at once." },
  "leave.amount-malformed": {
    ko: "0이 아닌 30분 단위로, 60일까지 입력해 주세요.",
    en: "Enter half hours, not zero, up to 60 days.",
  },
  "employment.before-last": {
    ko: "앞선 퇴사일보다 뒤여야 해요.",
    en: "It must be after the day the person left.",
  },
  "employment.before-hire": { ko: "입사일보다 빠를 수 없어요.", en: "It cannot be before the hire date." },
  "employee.email-taken": { ko: "이미 등록된 이메일이에요.", en: "Already registered." },
  "employee.email-twice": { ko: "파일에 같은 이메일이 두 번 있어요.", en: "The file has this address twice." },
  "employee.manager-unknown": {
    ko: "상사를 찾을 수 없어요. 이미 등록된 직원이거나 앞줄에 있어야 해요.",
    en: "No such manager. They must be registered, or stand on an earlier line.",
  },
  "employee.position-unknown": {
    ko: "사원·대리·과장·차장·부장 중 하나를 적어 주세요.",
    en: "This is not one of the positions.",
  },
  "employee.role-unknown": {
    ko: "직원·부서장·인사 관리자 중 하나를 적어 주세요.",
    en: "This is not one of the roles.",
  },
  "employee.hours-malformed": { ko: "1시간에서 52시간 사이의 숫자를 적어 주세요.", en: "Enter 1 to 52 hours." },
  "employee.inactive": { ko: "퇴사한 직원은 선택할 수 없어요.", en: "This person has left." },
  "employee.manager-loop": {
    ko: "자기 자신이나 아랫사람은 상사가 될 수 없어요.",
    en: "A person cannot report to somebody below them.",
  },
  "department.not-found": { ko: "부서를 찾을 수 없어요.", en: "There is no such department." },
  "department.code-taken": { ko: "이미 있는 부서 코드예요.", en: "This code exists already." },
  "department.loop": {
    ko: "아래 부서를 상위 부서로 정할 수 없어요.",
    en: "A department cannot be placed below itself.",
  },
  "attendance.hours-reversed": { ko: "퇴근이 출근보다 빨라요.", en: "The end is before the beginning." },
  "quest.reward-malformed": {
    ko: "보상은 0.5일에서 5일까지 0.5일 단위예요.",
    en: "A reward is 0.5 to 5 days, in half days.",
  },
  "quest.budget-malformed": {
    ko: "0일에서 5,000일까지 0.5일 단위로 입력해 주세요.",
    en: "Enter 0 to 5,000 days, in half days.",
  },
  "form.code-malformed": { ko: "영문 대문자 세 글자로 적어 주세요.", en: "Enter three capital letters." },
  "form.code-reserved": {
    ko: "기본 양식의 문서 번호가 쓰는 글자예요. 다른 글자를 골라 주세요.",
    en: "The numbers of a built-in form begin with this. Please choose other letters.",
  },
  "form.code-taken": { ko: "이미 있는 양식 코드예요.", en: "This code exists already." },
  "form.no-fields": { ko: "항목을 하나 이상 추가해 주세요.", en: "Add at least one field." },
  "form.too-many-fields": { ko: "항목은 30개까지예요.", en: "At most 30 fields." },
  "form.amount-twice": {
    ko: "금액 항목은 하나만 둘 수 있어요. 그 금액으로 결재선을 추천해요.",
    en: "Only one amount: the line is suggested by it.",
  },
  "form.too-few-options": { ko: "선택지를 두 개 이상 적어 주세요.", en: "Give at least two options." },
  "form.too-many-options": { ko: "선택지는 20개까지예요.", en: "At most 20 options." },
  "form.label-twice": { ko: "같은 이름이 이미 있어요.", en: "This label stands here already." },
  "files.too-many": { ko: "파일은 10개까지 첨부할 수 있어요.", en: "At most 10 files." },
  "file.malformed": { ko: "파일을 읽을 수 없어요.", en: "This file cannot be read." },
  "file.too-large": {
    ko: "파일은 5MB까지 첨부할 수 있어요.",
    en: "A file may have up to 5 MB.",
  },
  "value.malformed": { ko: "입력한 값을 확인해 주세요.", en: "Please check this value." },
} satisfies Record<string, LocalizedText>;

export type FieldMessage = keyof typeof fieldMessages;

/** Maps a schema's message to a key that has a sentence; zod's own messages fall back to the two general ones. */
export function fieldMessageOf(message: string | undefined): FieldMessage {
  if (message !== undefined && Object.hasOwn(fieldMessages, message)) return message as FieldMessage;
  return message?.includes("received undefined") ? "text.required" : "value.malformed";
}
