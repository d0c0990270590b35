import { type AttendanceToday, DAYS_PER_REWARD } from "@erp/contracts/attendance";
import { addDays, type CalendarDate, koreanDate, startOfKoreanDay } from "@erp/contracts/dates";
import { DomainError } from "../errors";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Until six in the morning a check-out still belongs to the day before: people work past midnight. */
const GRACE_MS = 6 * HOUR_MS;

/** Days before this one whose check-out is still missing are forgotten. */
export function firstDayNotForgotten(now: Date): CalendarDate {
  return koreanDate(new Date(now.getTime() - GRACE_MS));
}

export function workedMinutes(checkedInAt: Date, checkedOutAt: Date): number {
  return Math.floor((checkedOutAt.getTime() - checkedInAt.getTime()) / MINUTE_MS);
}

/** The n of n/30, and what is missing to the next reward. */
export function progressOf(attendedDays: number): Pick<AttendanceToday, "progress" | "daysToReward"> {
  const progress = attendedDays % DAYS_PER_REWARD;
  return { progress, daysToReward: DAYS_PER_REWARD - progress };
}

/** How many rewards so many days have earned: at 30, 60, 90 … */
export function milestonesOf(attendedDays: number): number {
  return Math.floor(attendedDays / DAYS_PER_REWARD);
}

/** Corrected hours begin on their day, last less than 24 hours and lie in the past. Throws `attendance.outside-day`. */
export function requireHoursOfDay(day: CalendarDate, checkedInAt: Date, checkedOutAt: Date, now: Date): void {
  const [start, end] = [startOfKoreanDay(day), startOfKoreanDay(addDays(day, 1))];
  const isOfDay = start <= checkedInAt && checkedInAt < end && workedMinutes(checkedInAt, checkedOutAt) < 24 * 60;
  if (!isOfDay || checkedOutAt > now) throw new DomainError("attendance.outside-day");
}
