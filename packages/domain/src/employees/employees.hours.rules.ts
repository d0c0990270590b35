import type { CalendarDate } from "@erp/contracts/dates";

/**
 * Somebody's contractual week (소정근로시간) in minutes, each from a day until the next, oldest first; there is always one.
 * The first also stands for the days before it: a hire date may be corrected to an earlier one.
 */
export type WeeklyHours = readonly { from: CalendarDate; weeklyMinutes: number }[];

export function weeklyMinutesOn(hours: WeeklyHours, day: CalendarDate): number {
  const held = hours.findLast(({ from }) => from <= day) ?? hours[0];
  if (!held) throw new Error("nobody is without weekly hours");
  return held.weeklyMinutes;
}

/** The history of somebody whose hours have never changed. */
export function constantHours(weeklyMinutes: number): WeeklyHours {
  return [{ from: "0001-01-01" as CalendarDate, weeklyMinutes }];
}
