import { defineErrors } from "./define-errors";

export const substitutionErrors = defineErrors({
  "substitution.not-found": {
    kind: "not-found",
    ko: "대결 지정을 찾을 수 없어요.",
    en: "There is no such substitution.",
  },
  "substitution.oneself": {
    kind: "invalid",
    ko: "자기 자신은 대결자로 지정할 수 없어요.",
    en: "Nobody can stand in for themselves.",
  },
  "substitution.person-unavailable": {
    kind: "invalid",
    ko: "대결자로 지정할 수 없어요. 퇴사했거나 없는 직원이에요.",
    en: "This person cannot stand in: they have left or do not exist.",
  },
  "substitution.days-over": {
    kind: "invalid",
    ko: "지난 날짜에는 대결자를 지정할 수 없어요.",
    en: "A substitute cannot be named for days that are over.",
  },
  "substitution.overlapping": {
    kind: "conflict",
    ko: "그 기간에 이미 지정한 대결자가 있어요. 먼저 종료해 주세요.",
    en: "There is a substitute for these days already. End that one first.",
  },
  "substitution.already-ended": {
    kind: "conflict",
    ko: "이미 끝난 대결이에요.",
    en: "This substitution has ended already.",
  },
});
