import { z } from "zod";
import { documentStatus, lineInput } from "./approvals";
import { addDays, calendarDate } from "./dates";
import { personView } from "./employees";
import { departmentId, documentId, employeeId } from "./ids";
import { leaveTime } from "./leave";
import { cursor, pageOf, pageSize } from "./paging";
import { paragraphs, line as textLine } from "./text";

const days = z.number("leave.days-malformed").min(0.5, "leave.days-malformed").max(60, "leave.days-malformed");

/** What somebody asks for: so many workdays from a day on, in half days, or certain days, halves or hours. */
export const leaveWish = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("DAYS"),
    from: calendarDate,
    days: days.multipleOf(0.5, "leave.days-malformed"),
  }),
  z.strictObject({ kind: z.literal("TIME"), time: leaveTime }),
]);
export type LeaveWish = z.infer<typeof leaveWish>;

export const previewChargeInput = z.strictObject({ wish: leaveWish });
export type PreviewChargeInput = z.infer<typeof previewChargeInput>;

/** A day of the wish. Only workdays are charged. */
export const chargedDay = z.object({
  day: calendarDate,
  kind: z.enum(["CHARGED", "WEEKEND", "HOLIDAY"]),
  leaveMinutes: z.int(),
});
export type ChargedDay = z.infer<typeof chargedDay>;

/** What a request would cost, and why it would be refused; null when it would not. Nothing is held yet. */
export const chargePreview = z.object({
  time: leaveTime,
  days: z.array(chargedDay),
  leaveMinutes: z.int(),
  availableMinutes: z.int(),
  refusal: z.object({ code: z.string(), day: calendarDate.nullable() }).nullable(),
});
export type ChargePreview = z.infer<typeof chargePreview>;

export const offeredDaysInput = z.strictObject({ from: calendarDate });
export type OfferedDaysInput = z.infer<typeof offeredDaysInput>;
/** 0.5, 1, 1.5 …: what a request from that day on may be long. Empty when nothing is available. */
export const offeredDays = z.array(z.number());

export const requestLeaveInput = z.strictObject({
  wish: leaveWish,
  /** The charge that the person saw; another one is refused, so that nobody is charged by surprise. */
  leaveMinutes: z.int(),
  title: textLine(120),
  reason: paragraphs(500).default(""),
  line: lineInput,
  referenceIds: z.array(employeeId).max(30).default([]),
});
export type RequestLeaveInput = z.infer<typeof requestLeaveInput>;

/** REQUESTED: the days are held. APPROVED: they are used. The others ended without, or gave them back. */
export const leaveStatus = z.enum(["REQUESTED", "APPROVED", "REJECTED", "WITHDRAWN", "CANCELLED"]);
export type LeaveStatus = z.infer<typeof leaveStatus>;

/** `cancel` takes it back at once; `requestCancellation` asks for it, once it has begun. */
export const leaveAction = z.enum(["cancel", "requestCancellation"]);
export type LeaveAction = z.infer<typeof leaveAction>;

export const leaveRequestView = z.object({
  /** Also the id of its approval document. */
  id: documentId,
  employeeId,
  time: leaveTime,
  /** What it is charged now: less after a part was cancelled, nothing after all of it was. */
  leaveMinutes: z.int(),
  reason: z.string(),
  status: leaveStatus,
  requestedAt: z.date(),
  /** The latest request to take it back. */
  cancellation: z.object({ id: documentId, from: calendarDate, status: documentStatus.exclude(["DRAFT"]) }).nullable(),
  allowedActions: z.array(leaveAction),
});
export type LeaveRequestView = z.infer<typeof leaveRequestView>;

/** One's own unless somebody is named. Newest first. */
export const listLeaveRequestsInput = z.strictObject({ employeeId: employeeId.optional() });
export type ListLeaveRequestsInput = z.infer<typeof listLeaveRequestsInput>;
export const leaveRequestList = z.array(leaveRequestView);

export const cancelLeaveInput = z.strictObject({ requestId: documentId, reason: textLine(500) });
export type CancelLeaveInput = z.infer<typeof cancelLeaveInput>;

/** Takes back the days of leave from `from` on, once approved. */
export const requestCancellationInput = z.strictObject({
  requestId: documentId,
  from: calendarDate,
  title: textLine(120),
  reason: textLine(500),
  line: lineInput,
});
export type RequestCancellationInput = z.infer<typeof requestCancellationInput>;

/**
 * Without a department: one's own, and for managers those below it. `who`: everybody of them, those who are away within the
 * period, or only who asks.
 */
export const teamCalendarInput = z
  .strictObject({
    from: calendarDate,
    to: calendarDate,
    departmentId: departmentId.optional(),
    who: z.enum(["ALL", "AWAY", "SELF"]).default("ALL"),
    cursor: cursor.optional(),
    limit: pageSize,
  })
  .refine(({ from, to }) => from <= to && to <= addDays(from, 61), { error: "period.reversed", path: ["to"] });
export type TeamCalendarInput = z.infer<typeof teamCalendarInput>;

/** How much of a day somebody is away; PART: some hours. */
export const dayPart = z.enum(["FULL", "AM", "PM", "PART"]);
export type DayPart = z.infer<typeof dayPart>;

export const dayOff = z.object({ day: calendarDate, part: dayPart, isApproved: z.boolean() });
export type DayOff = z.infer<typeof dayOff>;

export const colleagueOff = z.object({ person: personView, days: z.array(dayOff) });
export type ColleagueOff = z.infer<typeof colleagueOff>;

/** People department by department, by name, with the days they are away. */
export const teamCalendar = pageOf(colleagueOff);

export const leaveOfDocumentInput = z.strictObject({ documentId });
export type LeaveOfDocumentInput = z.infer<typeof leaveOfDocumentInput>;

/** What an approver wants to know of a leave document: what is left, and who of the department is away on those days. */
export const leaveOfDocument = z.object({
  request: leaveRequestView,
  dayMinutes: z.int(),
  /** What the person can still take; the request is taken off already. */
  availableMinutes: z.int(),
});
export type LeaveOfDocument = z.infer<typeof leaveOfDocument>;
/** Only those who are away. */
export const colleaguesOff = z.array(colleagueOff);
