import { z } from "zod";

/** A civil day in Asia/Seoul, "2026-03-09". Never a Date: a Date is an instant and shifts with the zone. */
export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "date.malformed")
  .refine(isRealDay, "date.malformed")
  .brand("CalendarDate");
export type CalendarDate = z.infer<typeof calendarDate>;

/** An inclusive range of civil days. */
export const period = z
  .strictObject({ from: calendarDate, to: calendarDate })
  .refine(({ from, to }) => from <= to, { error: "period.reversed", path: ["to"] });
export type Period = z.infer<typeof period>;

/** Where every day of the portal begins and ends. */
export const TIME_ZONE = "Asia/Seoul";

/** Korea has had no daylight saving time since 1988, so the offset is a constant (tz database, Asia/Seoul). */
const KOREA_OFFSET_MS = 9 * 60 * 60 * 1000;

/** The civil day in Korea at this instant. */
export function koreanDate(instant: Date): CalendarDate {
  return new Date(instant.getTime() + KOREA_OFFSET_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** The instant at which this civil day begins in Korea. */
export function startOfKoreanDay(date: CalendarDate): Date {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - KOREA_OFFSET_MS);
}

/** The civil day `days` later (or earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const shifted = new Date(`${date}T00:00:00.000Z`);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return shifted.toISOString().slice(0, 10) as CalendarDate;
}

/** 0 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00.000Z`).getUTCDay();
}

/** Two centuries around the company's life: a day beyond them is a slip of the hand, and no loop over days may meet it. */
function isRealDay(text: string): boolean {
  if (text < "1900-01-01" || text > "2199-12-31") return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
