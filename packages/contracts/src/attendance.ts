import { z } from "zod";
import { documentStatus } from "./approvals";
import { calendarDate } from "./dates";
import { personView } from "./employees";
import { documentId, employeeId } from "./ids";
import { cursor, pageOf, pageSize } from "./paging";
import { line } from "./text";

/** So many attended days earn one day of leave; they need not be consecutive. */
export const DAYS_PER_REWARD = 30;

/** Who ended a day: the person, nobody (forgotten, ended by the system without hours), or HR by a correction. */
export const dayClosing = z.enum(["PERSON", "FORGOTTEN", "CORRECTED"]);
export type DayClosing = z.infer<typeof dayClosing>;

export const attendanceDay = z.object({
  day: calendarDate,
  checkedInAt: z.date(),
  checkedOutAt: z.date().nullable(),
  /** Null while at work, and for a forgotten check-out: nobody knows. */
  workedMinutes: z.int().nullable(),
  closing: dayClosing.nullable(),
});
export type AttendanceDay = z.infer<typeof attendanceDay>;

export const attendanceToday = z.object({
  day: calendarDate,
  /** Null before the check-in. */
  attendance: attendanceDay.nullable(),
  /** Yesterday, while it can still be ended and today has not begun: people work past midnight. */
  openYesterday: attendanceDay.nullable(),
  attendedDays: z.int(),
  /** n of n/30; 0 on the day that earned a reward. */
  progress: z.int(),
  daysToReward: z.int(),
  rewards: z.int(),
  /** Today's check-in was a thirtieth one. */
  hasEarnedToday: z.boolean(),
});
export type AttendanceToday = z.infer<typeof attendanceToday>;

/** A month of Korea's calendar, "2026-11". */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "date.malformed");

export const attendanceMonthInput = z.strictObject({ employeeId: employeeId.optional(), month });
export type AttendanceMonthInput = z.infer<typeof attendanceMonthInput>;
/** Newest first. */
export const attendanceMonth = z.array(attendanceDay);

/** IN at work, OUT gone home, ON_LEAVE approved leave, MISSING a workday without any of these, OFF no workday. */
export const presence = z.enum(["IN", "OUT", "ON_LEAVE", "MISSING", "OFF"]);
export type Presence = z.infer<typeof presence>;

export const teamMember = z.object({
  person: personView,
  presence,
  checkedInAt: z.date().nullable(),
  checkedOutAt: z.date().nullable(),
});
export type TeamMember = z.infer<typeof teamMember>;

export const listTeamInput = z.strictObject({ cursor: cursor.optional(), limit: pageSize });
export type ListTeamInput = z.infer<typeof listTeamInput>;
export const teamPage = pageOf(teamMember);

/** How many of the whole team are where. */
export const teamCounts = z.record(presence, z.int());
export type TeamCounts = z.infer<typeof teamCounts>;

/** What a day is corrected to; `hours` null: the person was not there that day. */
const correction = {
  day: calendarDate,
  hours: z
    .strictObject({ checkedInAt: z.date(), checkedOutAt: z.date() })
    .refine(({ checkedInAt, checkedOutAt }) => checkedInAt < checkedOutAt, {
      error: "attendance.hours-reversed",
      path: ["checkedOutAt"],
    })
    .nullable(),
  reason: line(500),
};

export const correctAttendanceInput = z.strictObject({ employeeId, ...correction });
export type CorrectAttendanceInput = z.infer<typeof correctAttendanceInput>;

/** One's own day; the nearest manager decides. `title` is the document's. */
export const requestCorrectionInput = z.strictObject({ ...correction, title: line(120) });
export type RequestCorrectionInput = z.infer<typeof requestCorrectionInput>;

export const correctionView = z.object({
  /** Also the id of its approval document, which comes to be within moments. */
  id: documentId,
  day: calendarDate,
  checkedInAt: z.date().nullable(),
  checkedOutAt: z.date().nullable(),
  reason: z.string(),
  status: documentStatus.exclude(["DRAFT"]),
  requestedAt: z.date(),
});
export type CorrectionView = z.infer<typeof correctionView>;
/** The reader's own, newest first. */
export const correctionList = z.array(correctionView);
