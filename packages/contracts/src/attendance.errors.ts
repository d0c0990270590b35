import { defineErrors } from "./define-errors";

export const attendanceErrors = defineErrors({
  "attendance.already-checked-in": { kind: "conflict", ko: "이미 출근했습니다.", en: "You have checked in already." },
  "attendance.not-checked-in": {
    kind: "conflict",
    ko: "퇴근할 출근 기록이 없어요.",
    en: "There is no check-in to check out from.",
  },
  "attendance.already-checked-out": { kind: "conflict", ko: "이미 퇴근했습니다.", en: "You have checked out already." },
  "attendance.not-recorded": {
    kind: "not-found",
    ko: "그날의 출근 기록이 없어요.",
    en: "There is no attendance on that day.",
  },
  "attendance.correction-open": {
    kind: "conflict",
    ko: "그날의 정정을 이미 올려 결재를 기다리고 있어요.",
    en: "A correction of that day is waiting for approval already.",
  },
  "attendance.no-approver": {
    kind: "conflict",
    ko: "결재할 상사가 없어요. 인사팀에 정정을 부탁해 주세요.",
    en: "There is no manager to decide. Please ask HR to correct it.",
  },
  "attendance.not-employed": {
    kind: "invalid",
    ko: "재직하던 기간의 날이 아니에요.",
    en: "This day is outside the time of employment.",
  },
  "attendance.outside-day": {
    kind: "invalid",
    ko: "그날 시작한 24시간 안의 시각만 적을 수 있어요. 앞으로 올 시각은 적을 수 없어요.",
    en: "The hours must begin on that day, last less than 24 hours and lie in the past.",
  },
});
