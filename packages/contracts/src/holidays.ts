import { z } from "zod";
import { calendarDate } from "./dates";
import { line } from "./text";
import { localizedText } from "./units";

/** Why nobody is scheduled to work on a day: the law's day, its substitute, an election, a one-off, or the company's own. */
export const holidayKind = z.enum(["PUBLIC", "SUBSTITUTE", "ELECTION", "TEMPORARY", "COMPANY"]);
export type HolidayKind = z.infer<typeof holidayKind>;

export const holiday = z.object({ day: calendarDate, kind: holidayKind, name: localizedText });
export type Holiday = z.infer<typeof holiday>;

const year = z.int().min(2000).max(2100);

export const listHolidaysInput = z.strictObject({ year });
export type ListHolidaysInput = z.infer<typeof listHolidaysInput>;
export const holidayList = z.array(holiday);

/** Enters a day, or renames the one that is there. */
export const saveHolidayInput = z.strictObject({
  day: calendarDate,
  kind: holidayKind,
  nameKo: line(60),
  nameEn: line(60),
});
export type SaveHolidayInput = z.infer<typeof saveHolidayInput>;

export const removeHolidayInput = z.strictObject({ day: calendarDate });
export type RemoveHolidayInput = z.infer<typeof removeHolidayInput>;
