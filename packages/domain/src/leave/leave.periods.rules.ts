import { addDays, type CalendarDate, type Period } from "@erp/contracts/dates";

/**
 * The last day of a period of `months` that begins on `start` (Civil Act art. 160): the day before the same day of the
 * month, or the last day of that month where it has no such day.
 */
export function periodEnd(start: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = start.split("-").map(Number) as [number, number, number];
  const monthIndex = year * 12 + (month - 1) + months;
  const endMonth = `${String(Math.floor(monthIndex / 12)).padStart(4, "0")}-${String((monthIndex % 12) + 1).padStart(2, "0")}`;
  const lastDay = addDays(`${nextMonth(endMonth)}-01` as CalendarDate, -1);
  const sameDay = `${endMonth}-${String(day).padStart(2, "0")}` as CalendarDate;
  return sameDay <= lastDay ? addDays(sameDay, -1) : lastDay;
}

/** The day on which what was earned in the first `months` months of employment becomes due. */
export function accrualDate(hireDate: CalendarDate, months: number): CalendarDate {
  return addDays(periodEnd(hireDate, months), 1);
}

function nextMonth(yearAndMonth: string): string {
  const [year, month] = yearAndMonth.split("-").map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

/** From the day after `fromMonths` months to the end of `toMonths` months of employment. */
export function employmentPeriod(hireDate: CalendarDate, fromMonths: number, toMonths: number): Period {
  return { from: fromMonths === 0 ? hireDate : accrualDate(hireDate, fromMonths), to: periodEnd(hireDate, toMonths) };
}
