import { addDays, type CalendarDate, type Period } from "@erp/contracts/dates";
import type { LeaveTime } from "@erp/contracts/leave";
import type { ChargedDay, DayPart, LeaveWish } from "@erp/contracts/leave-requests";
import { DomainError } from "../errors";
import { daysOf, type Holidays, isWorkday } from "./leave.calendar.rules";
import { type LeaveSlice, minutesOfSlices } from "./leave.charge.rules";

/** Sick leave is reported afterwards; what is older than this has gone through payroll. */
const DAYS_BACK = 31;

/** The days a wish means: of so many workdays, the last half one is a morning. */
export function timeOf(wish: LeaveWish, holidays: Holidays): LeaveTime {
  if (wish.kind === "TIME") return wish.time;
  const { from, days } = wish;
  if (days === 0.5) return { from, to: from, part: { kind: "HALF", half: "AM" }, endsWithHalf: false };
  const to = lastWorkday(from, Math.ceil(days), holidays);
  return { from, to, part: { kind: "FULL" }, endsWithHalf: !Number.isInteger(days) };
}

/** Throws `leave.too-long-ago`. */
export function requireRecent({ from }: Period, today: CalendarDate): void {
  if (from < addDays(today, -DAYS_BACK)) throw new DomainError("leave.too-long-ago");
}

/** Every day of the period, with what it is charged and why not. */
export function chargedDays(time: Period, slices: readonly LeaveSlice[], holidays: Holidays): ChargedDay[] {
  return daysOf(time).map((day) => {
    const leaveMinutes = minutesOfSlices(slices.filter((slice) => slice.day === day));
    if (leaveMinutes > 0) return { day, kind: "CHARGED", leaveMinutes };
    return { day, kind: holidays.has(day) ? "HOLIDAY" : "WEEKEND", leaveMinutes };
  });
}

/** How much of somebody's day these slices take together. */
export function dayPartOf(slices: readonly LeaveSlice[], dayMinutes: number): DayPart {
  const half = Math.ceil(dayMinutes / 2);
  const isTaken = (from: number, to: number) => minutesWithin(slices, from, to) === to - from;
  if (isTaken(0, dayMinutes)) return "FULL";
  if (isTaken(0, half) && minutesWithin(slices, half, dayMinutes) === 0) return "AM";
  return isTaken(half, dayMinutes) && minutesWithin(slices, 0, half) === 0 ? "PM" : "PART";
}

function minutesWithin(slices: readonly LeaveSlice[], from: number, to: number): number {
  return slices.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
}

/** The day on which the `count`th workday from `from` on lies. A year without so many is no calendar. */
function lastWorkday(from: CalendarDate, count: number, holidays: Holidays): CalendarDate {
  let day = from;
  for (let found = 0; ; day = addDays(day, 1)) {
    if (isWorkday(day, holidays)) found += 1;
    if (found === count) return day;
  }
}
