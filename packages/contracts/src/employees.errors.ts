import { defineErrors } from "./define-errors";

export const employeeErrors = defineErrors({
  "employee.not-found": { kind: "not-found", ko: "직원을 찾을 수 없어요.", en: "There is no such employee." },
  "employee.email-taken": {
    kind: "conflict",
    ko: "이미 등록된 이메일이에요.",
    en: "This e-mail is already registered.",
  },
  "employee.changed-meanwhile": {
    kind: "conflict",
    ko: "그 사이 다른 사람이 먼저 바꿨어요. 새로 고친 내용을 확인해 주세요.",
    en: "Somebody changed this first. Please look at the new state.",
  },
  "employee.manager-loop": {
    kind: "invalid",
    ko: "자기 자신이나 아랫사람을 상사로 정할 수 없어요.",
    en: "A person cannot report to themselves or to somebody below them.",
  },
  "employee.inactive": {
    kind: "invalid",
    ko: "퇴사한 직원은 선택할 수 없어요.",
    en: "People who have left cannot be chosen.",
  },
  "employee.already-left": {
    kind: "conflict",
    ko: "이미 퇴사 처리된 직원이에요.",
    en: "This person has already left.",
  },
  "employee.not-left": { kind: "conflict", ko: "재직 중인 직원이에요.", en: "This person is still employed." },
  "employee.own-account": {
    kind: "forbidden",
    ko: "자신의 역할이나 재직 상태는 바꿀 수 없어요. 다른 인사 관리자에게 부탁해 주세요.",
    en: "You cannot change your own role or status. Ask another HR administrator.",
  },
  "employee.last-hr-admin": {
    kind: "conflict",
    ko: "인사 관리자는 적어도 한 명 있어야 해요.",
    en: "There must be at least one HR administrator.",
  },
  "employee.invitation-answered": {
    kind: "conflict",
    ko: "이미 로그인한 직원이에요. 비밀번호를 잊었다면 비밀번호 찾기를 안내해 주세요.",
    en: "This person has signed in already. For a forgotten password, point them to the reset.",
  },
  "employee.import-columns-missing": {
    kind: "invalid",
    ko: "첫 줄에 없는 열이 있어요: {columns}",
    en: "The first line lacks these columns: {columns}",
  },
  "employee.import-too-many": {
    kind: "invalid",
    ko: "한 번에 {limit}명까지 등록할 수 있어요. 파일을 나눠 주세요.",
    en: "At most {limit} people at once. Please split the file.",
  },
  "department.not-found": { kind: "not-found", ko: "부서를 찾을 수 없어요.", en: "There is no such department." },
  "department.code-taken": {
    kind: "conflict",
    ko: "이미 있는 부서 코드예요.",
    en: "This department code exists already.",
  },
  "department.loop": {
    kind: "invalid",
    ko: "자기 자신이나 아래 부서를 상위 부서로 정할 수 없어요.",
    en: "A department cannot be placed below itself.",
  },
});
