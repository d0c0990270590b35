import { addDays, type CalendarDate, type Period, weekdayOf } from "@erp/contracts/dates";
import { STANDARD_WEEK_MINUTES } from "@erp/contracts/leave";
import { type WeeklyHours, weeklyMinutesOn } from "../employees/employees.hours.rules";

/** The days on which nobody is scheduled to work, beyond weekends. */
export type Holidays = ReadonlySet<CalendarDate>;

/** Work is scheduled from Monday to Friday, except on holidays. */
export function isWorkday(day: CalendarDate, holidays: Holidays): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

export function workdaysOf({ from, to }: Period, holidays: Holidays): CalendarDate[] {
  return daysOf({ from, to }).filter((day) => isWorkday(day, holidays));
}

export function daysOf({ from, to }: Period): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The minutes of one scheduled workday by the hours that hold on it. */
export function dayMinutesOn(hours: WeeklyHours, day: CalendarDate): number {
  return dayMinutesOf(weeklyMinutesOn(hours, day));
}

/**
 * The minutes of one scheduled workday: a fifth of the contractual week, at most the standard 8 hours, because hours
 * beyond 40 are overtime and not leave.
 */
export function dayMinutesOf(weeklyMinutes: number): number {
  return Math.floor(Math.min(weeklyMinutes, STANDARD_WEEK_MINUTES) / 5);
}
