import type { CalendarDate } from "@erp/contracts/dates";

const DAY_MS = 24 * 60 * 60 * 1000;
/** From here on somebody should plan their days. */
const SOON_DAYS = 60;
/** A bar that ends today is still to be seen. */
const LEAST_PERCENT = 3;

export function daysUntil(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function isEndingSoon(on: CalendarDate, expiresOn: CalendarDate): boolean {
  return daysUntil(on, expiresOn) <= SOON_DAYS;
}

/** How far a lot reaches, in percent of the time until the last one ends. */
export function shareOfTime(on: CalendarDate, expiresOn: CalendarDate, last: CalendarDate): number {
  const whole = daysUntil(on, last);
  return whole === 0 ? 100 : Math.max(LEAST_PERCENT, (daysUntil(on, expiresOn) / whole) * 100);
}
