import type { RequestCorrectionInput } from "@erp/contracts/attendance";
import { addDays, calendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { z } from "zod";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "value.malformed");

/** What people type: a day, two times of the clock, and whether they were there at all. */
export const correctionFields = z.object({
  day: calendarDate,
  wasThere: z.boolean(),
  from: timeOfDay,
  to: timeOfDay,
  reason: z.string().trim().min(1, "text.required").max(500, "text.too-long"),
});
export type CorrectionFields = z.infer<typeof correctionFields>;

/** The hours as instants. An end that is not after the beginning is on the next day: people work past midnight. */
export function hoursOf({
  day,
  wasThere,
  from,
  to,
}: Omit<CorrectionFields, "reason">): RequestCorrectionInput["hours"] {
  if (!wasThere) return null;
  return { checkedInAt: instantOf(day, from), checkedOutAt: instantOf(to > from ? day : addDays(day, 1), to) };
}

const MINUTE_MS = 60_000;

function instantOf(day: CorrectionFields["day"], time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(startOfKoreanDay(day).getTime() + (hours * 60 + minutes) * MINUTE_MS);
}
