import { defineErrors } from "./define-errors";

export const leaveErrors = defineErrors({
  "leave.insufficient-balance": {
    kind: "conflict",
    ko: "쓸 수 있는 연차가 모자라요. 지금 쓸 수 있는 연차를 확인해 주세요.",
    en: "There is not enough leave left. Please look at what is available.",
  },
  "leave.no-workday": {
    kind: "invalid",
    ko: "고른 기간에 일하는 날이 없어요.",
    en: "There is no workday in this period.",
  },
  "leave.outside-work-hours": {
    kind: "invalid",
    ko: "근무 시간을 벗어난 시간이에요.",
    en: "These hours are outside the working day.",
  },
  "leave.overlap": {
    kind: "conflict",
    ko: "{day}에 이미 신청한 휴가와 겹쳐요.",
    en: "This overlaps leave already requested on {day}.",
  },
  "leave.charge-differs": {
    kind: "conflict",
    ko: "차감되는 시간이 달라졌어요. 다시 확인해 주세요.",
    en: "The charge has changed. Please look at it again.",
  },
  "leave.not-found": { kind: "not-found", ko: "휴가 신청을 찾을 수 없어요.", en: "There is no such leave request." },
  "leave.already-ended": { kind: "conflict", ko: "이미 처리된 휴가예요.", en: "This leave has been settled already." },
  "leave.already-started": {
    kind: "conflict",
    ko: "이미 시작한 휴가는 바로 취소할 수 없어요.",
    en: "Leave that has begun cannot simply be cancelled.",
  },
  "leave.cancellation-open": {
    kind: "conflict",
    ko: "이미 취소를 올려 결재를 기다리고 있어요.",
    en: "A cancellation is waiting for approval already.",
  },
  "leave.nothing-to-cancel": {
    kind: "invalid",
    ko: "이 날부터는 취소할 휴가가 없어요.",
    en: "There is no leave to cancel from this day on.",
  },
  "leave.too-long-ago": {
    kind: "invalid",
    ko: "한 달보다 오래된 날은 신청할 수 없어요. 인사팀에 문의해 주세요.",
    en: "Days more than a month ago cannot be requested. Please ask HR.",
  },
  "leave.expiry-past": {
    kind: "invalid",
    ko: "사용 기한은 오늘이거나 그 뒤여야 해요.",
    en: "The last day of use must be today or later.",
  },
  "leave.not-your-people": {
    kind: "forbidden",
    ko: "자기 부서 직원만 볼 수 있어요.",
    en: "Only people of your own department.",
  },
  "leave.own-adjustment": {
    kind: "forbidden",
    ko: "자기 연차는 조정할 수 없어요.",
    en: "You cannot adjust your own leave.",
  },
  "absence.not-found": { kind: "not-found", ko: "기록된 결근이 없어요.", en: "There is no such absence." },
  "absence.on-leave": {
    kind: "conflict",
    ko: "그날은 승인된 휴가예요. 휴가로 쉰 날은 결근이 아니에요.",
    en: "That day is approved leave, which is no absence.",
  },
  "holiday.not-found": { kind: "not-found", ko: "등록되지 않은 휴일이에요.", en: "There is no such holiday." },
});
