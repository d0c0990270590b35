import { z } from "zod";
import { calendarDate } from "./dates";

/** 8 hours: what "a day" of leave means where no person is meant. */
export const STANDARD_DAY_MINUTES = 480;
/** 40 hours, the statutory week (Labour Standards Act art. 50). */
export const STANDARD_WEEK_MINUTES = 2400;

/** A whole day, 반차, 반반차, or hours counted from the beginning of the person's working day. */
export const leavePart = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("FULL") }),
  z.strictObject({ kind: z.literal("HALF"), half: z.enum(["AM", "PM"]) }),
  z.strictObject({ kind: z.literal("QUARTER"), quarter: z.int().min(1).max(4) }),
  z.strictObject({ kind: z.literal("HOURS"), startHour: z.int().min(0).max(7), hours: z.int().min(1).max(8) }),
]);
export type LeavePart = z.infer<typeof leavePart>;

/** When somebody wants to be away. `endsWithHalf`: only the morning of the last day, so that 1.5 days can be asked for at once. */
export const leaveTime = z
  .strictObject({ from: calendarDate, to: calendarDate, part: leavePart, endsWithHalf: z.boolean().default(false) })
  .refine(({ from, to }) => from <= to, { error: "period.reversed", path: ["to"] })
  .refine(({ from, to, part }) => part.kind === "FULL" || from === to, { error: "leave.part-of-one-day", path: ["part"] })
  .refine(({ from, to, part, endsWithHalf }) => !endsWithHalf || (part.kind === "FULL" && from < to), {
    error: "leave.part-of-one-day",
    path: ["endsWithHalf"],
  });
export type LeaveTime = z.infer<typeof leaveTime>;

/**
 * ABSENT: did not come. UNPAID_LEAVE: agreed leave without pay. PROTECTED: injury at work, maternity, parental leave,
 * which the law counts as attended (Labour Standards Act art. 60 (6)).
 */
export const absenceKind = z.enum(["ABSENT", "UNPAID_LEAVE", "PROTECTED"]);
export type AbsenceKind = z.infer<typeof absenceKind>;
