import { z } from "zod";
import { addDays, calendarDate } from "./dates";
import { personView } from "./employees";
import { documentId, employeeId } from "./ids";
import { line } from "./text";

/** 8 hours: what "a day" of leave means where no person is meant. */
export const STANDARD_DAY_MINUTES = 480;
/** 40 hours, the statutory week (Labour Standards Act art. 50). */
export const STANDARD_WEEK_MINUTES = 2400;
/** Civil days of one request. */
const MAX_LEAVE_DAYS = 366;

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
  .refine(({ from, to }) => to <= addDays(from, MAX_LEAVE_DAYS - 1), { error: "leave.period-too-long", path: ["to"] })
  .refine(({ from, to, part }) => part.kind === "FULL" || from === to, {
    error: "leave.part-of-one-day",
    path: ["part"],
  })
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

/** Where leave comes from: the law, 30 attended days, a quest, or somebody's adjustment with a reason. */
export const lotKind = z.enum(["STATUTORY", "ATTENDANCE", "QUEST", "ADJUSTMENT"]);
export type LotKind = z.infer<typeof lotKind>;

/** LSA-60-1 and -2: Labour Standards Act art. 60, a year's and a month's leave. The others are rules of the company. */
export const leaveRule = z.enum(["LSA-60-1", "LSA-60-2", "ATTENDANCE-30", "QUEST-REWARD", "ADJUSTED"]);
export type LeaveRule = z.infer<typeof leaveRule>;

/**
 * GRANT and EXPIRE begin and end a lot. A request HOLDs; its end is a RELEASE, with a USE when it was approved. ADJUST is a
 * person's, REVERSE takes back a grant or gives back a use. `minutes` of an entry is its effect on the balance.
 */
export const ledgerKind = z.enum(["GRANT", "HOLD", "RELEASE", "USE", "EXPIRE", "ADJUST", "REVERSE"]);
export type LedgerKind = z.infer<typeof ledgerKind>;

const subject = { employeeId: employeeId.optional() };

/** Somebody's balance on a day, today unless said otherwise; one's own unless somebody is named. */
export const leaveBalanceInput = z.strictObject({ ...subject, on: calendarDate.optional() });
export type LeaveBalanceInput = z.infer<typeof leaveBalanceInput>;

export const lotView = z.object({
  key: z.string(),
  kind: lotKind,
  rule: leaveRule,
  startsOn: calendarDate,
  expiresOn: calendarDate,
  leaveMinutes: z.int(),
});
export type LotView = z.infer<typeof lotView>;

/** Of the lots that can be taken on the day: granted − held − used = available. Future days count the grants to come. */
export const leaveBalance = z.object({
  employeeId,
  on: calendarDate,
  /** What a day of leave costs this person. */
  dayMinutes: z.int(),
  grantedMinutes: z.int(),
  heldMinutes: z.int(),
  usedMinutes: z.int(),
  availableMinutes: z.int(),
  /** Earliest end first; lots with nothing left are not listed. */
  lots: z.array(lotView),
});
export type LeaveBalance = z.infer<typeof leaveBalance>;

/** The balances of several people today, for a list of them. */
export const leaveBalancesInput = z.strictObject({ employeeIds: z.array(employeeId).max(100) });
export type LeaveBalancesInput = z.infer<typeof leaveBalancesInput>;

export const balanceOfPerson = leaveBalance.pick({
  employeeId: true,
  dayMinutes: true,
  availableMinutes: true,
  heldMinutes: true,
});
export type BalanceOfPerson = z.infer<typeof balanceOfPerson>;
export const leaveBalances = z.array(balanceOfPerson);

export const explainLeaveInput = z.strictObject(subject);
export type ExplainLeaveInput = z.infer<typeof explainLeaveInput>;

/** An entry of the ledger with what makes it understandable; `balanceMinutes` is the sum up to and with it. */
export const ledgerEntryView = z.object({
  id: z.string(),
  kind: ledgerKind,
  minutes: z.int(),
  balanceMinutes: z.int(),
  effectiveOn: calendarDate,
  recordedAt: z.date(),
  lot: lotView.omit({ leaveMinutes: true }),
  requestId: documentId.nullable(),
  leaveDay: calendarDate.nullable(),
  reason: z.string().nullable(),
  /** Null where the system acted. */
  actor: personView.nullable(),
});
export type LedgerEntryView = z.infer<typeof ledgerEntryView>;
/** Newest first. */
export const leaveExplanation = z.array(ledgerEntryView);

/** Half hours, up to 60 days at once: nobody means 0.3 of a day. */
const adjustedMinutes = z
  .int()
  .multipleOf(30, "leave.amount-malformed")
  .min(-60 * STANDARD_DAY_MINUTES, "leave.amount-malformed")
  .max(60 * STANDARD_DAY_MINUTES, "leave.amount-malformed")
  .refine((minutes) => minutes !== 0, "leave.amount-malformed");

/** Adds or takes leave by somebody's decision. What is added can be taken until `expiresOn`, a year from today unless said. */
export const adjustLeaveInput = z.strictObject({
  employeeId,
  leaveMinutes: adjustedMinutes,
  reason: line(500),
  expiresOn: calendarDate.optional(),
});
export type AdjustLeaveInput = z.infer<typeof adjustLeaveInput>;

export const recordAbsenceInput = z.strictObject({
  employeeId,
  day: calendarDate,
  kind: absenceKind,
  reason: line(500),
});
export type RecordAbsenceInput = z.infer<typeof recordAbsenceInput>;

export const removeAbsenceInput = z.strictObject({ employeeId, day: calendarDate });
export type RemoveAbsenceInput = z.infer<typeof removeAbsenceInput>;

export const listAbsencesInput = z.strictObject({ employeeId });
export type ListAbsencesInput = z.infer<typeof listAbsencesInput>;

export const absenceView = z.object({
  day: calendarDate,
  kind: absenceKind,
  reason: z.string(),
  recordedBy: personView,
  recordedAt: z.date(),
});
export type AbsenceView = z.infer<typeof absenceView>;

/** Newest day first. */
export const absenceList = z.array(absenceView);
export type AbsenceList = z.infer<typeof absenceList>;
