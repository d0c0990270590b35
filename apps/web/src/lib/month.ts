import { addDays, type CalendarDate, weekdayOf } from "@erp/contracts/dates";

const DAYS_PER_WEEK = 7;

/** The weeks of a month ("2026-11") from Sunday to Saturday; null where a week reaches beyond the month. */
export function weeksOf(month: string): (CalendarDate | null)[][] {
  const days = daysOfMonth(month);
  const first = days[0] as CalendarDate;
  const before: null[] = Array(weekdayOf(first)).fill(null);
  const after: null[] = Array((DAYS_PER_WEEK - ((before.length + days.length) % DAYS_PER_WEEK)) % DAYS_PER_WEEK).fill(
    null,
  );
  const places = [...before, ...days, ...after];
  return Array.from({ length: places.length / DAYS_PER_WEEK }, (_, week) =>
    places.slice(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK),
  );
}

/** The month so many months later, or earlier. */
export function monthsLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + (number - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The month in an address, if it is one that can be asked for. */
export function parseMonth(text: string | null | undefined): string | null {
  return text && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

function daysOfMonth(month: string): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = `${month}-01` as CalendarDate; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
