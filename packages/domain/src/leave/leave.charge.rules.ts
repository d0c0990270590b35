import type { CalendarDate } from "@erp/contracts/dates";
import type { LeavePart, LeaveTime } from "@erp/contracts/leave";
import type { WeeklyHours } from "../employees/employees.hours.rules";
import { DomainError } from "../errors";
import { dayMinutesOn, type Holidays, workdaysOf } from "./leave.calendar.rules";

/** Leave within one scheduled workday, in minutes of work since the day's beginning; `end` is exclusive. */
export type LeaveSlice = { day: CalendarDate; start: number; end: number };

/**
 * What a request is charged: a slice for every scheduled workday it touches, by the hours that hold on that day; none for
 * weekends and holidays. Throws `leave.no-workday` when there is none, `leave.outside-work-hours` for hours beyond the person's
 * day.
 */
export function chargedSlices(time: LeaveTime, hours: WeeklyHours, holidays: Holidays): LeaveSlice[] {
  const days = workdaysOf(time, holidays);
  if (days.length === 0) throw new DomainError("leave.no-workday");
  return days.map((day) => {
    const part: LeavePart = time.endsWithHalf && day === time.to ? { kind: "HALF", half: "AM" } : time.part;
    return { day, ...partOfDay(part, dayMinutesOn(hours, day)) };
  });
}

export function minutesOfSlices(slices: readonly LeaveSlice[]): number {
  return slices.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The days on which both hold the same minute of work; morning and afternoon of one day do not. */
export function overlappingDays(slices: readonly LeaveSlice[], taken: readonly LeaveSlice[]): CalendarDate[] {
  const clashes = slices.filter((slice) =>
    taken.some((other) => other.day === slice.day && other.start < slice.end && slice.start < other.end),
  );
  return clashes.map(({ day }) => day);
}

function partOfDay(part: LeavePart, dayMinutes: number): { start: number; end: number } {
  const quarters = (count: number) => Math.ceil((dayMinutes * count) / 4);
  if (part.kind === "FULL") return { start: 0, end: dayMinutes };
  if (part.kind === "HALF")
    return part.half === "AM" ? { start: 0, end: quarters(2) } : { start: quarters(2), end: dayMinutes };
  if (part.kind === "QUARTER") return { start: quarters(part.quarter - 1), end: quarters(part.quarter) };
  const start = part.startHour * 60;
  const end = start + part.hours * 60;
  if (end > dayMinutes) throw new DomainError("leave.outside-work-hours");
  return { start, end };
}
