import { z } from "zod";
import { calendarDate } from "./dates";
import { personView } from "./employees";
import { employeeId } from "./ids";
import { cursor, pageOf, pageSize } from "./paging";

/** What is written down when somebody does it. */
export const auditAction = z.enum([
  "employee.joined",
  "employee.invited",
  "employee.edited",
  "employee.deactivated",
  "employee.reactivated",
  "employee.invitation-resent",
  "employee.imported",
  "employee.exported",
  "department.created",
  "department.edited",
  "form.created",
  "form.changed",
  "form.offered",
  "form.retired",
  "line-rule.changed",
  "substitution.named",
  "substitution.ended",
  "leave.adjusted",
  "leave.register-exported",
  "absence.recorded",
  "absence.removed",
  "holiday.saved",
  "holiday.removed",
  "attendance.corrected",
  "quest-budget.set",
  "dead-letters.redriven",
  "demo-company.loaded",
]);
export type AuditAction = z.infer<typeof auditAction>;

/** One value of an entry's detail: `before.departmentId` and what it was, with names instead of ids. */
export const auditDetail = z.object({ field: z.string(), value: z.string() });
export type AuditDetail = z.infer<typeof auditDetail>;

export const auditEntryView = z.object({
  id: z.string(),
  at: z.date(),
  /** Null where the system acted. */
  actor: personView.nullable(),
  action: auditAction,
  /** Whom or what it was done to: a name where it has one. */
  subject: z.string(),
  /** The employee it was done to; null where it was no employee. */
  subjectId: employeeId.nullable(),
  detail: z.array(auditDetail),
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

/** The filters hold together (AND); days are Korea's. */
export const listAuditInput = z.strictObject({
  action: auditAction.optional(),
  actorId: employeeId.optional(),
  subjectId: employeeId.optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  cursor: cursor.optional(),
  limit: pageSize,
});
export type ListAuditInput = z.infer<typeof listAuditInput>;
export const auditPage = pageOf(auditEntryView);
