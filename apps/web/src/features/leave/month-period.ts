import { addDays, type CalendarDate, type Period } from "@erp/contracts/dates";
import { monthsLater } from "@/lib/month";

/** The first and the last day of a month, "2026-11". */
export function daysOfMonth(month: string): Period {
  return {
    from: `${month}-01` as CalendarDate,
    to: addDays(`${monthsLater(month, 1)}-01` as CalendarDate, -1),
  };
}
