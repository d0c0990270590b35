import { type AuditAction, auditAction } from "@erp/contracts/audit";
import { type CalendarDate, calendarDate } from "@erp/contracts/dates";
import { type EmployeeId, employeeId } from "@erp/contracts/ids";

/** What the log is narrowed to. It lives in the address, so that a link shows the same entries. */
export type AuditFilters = {
  action?: AuditAction;
  actorId?: EmployeeId;
  subjectId?: EmployeeId;
  from?: CalendarDate;
  to?: CalendarDate;
};

const params = { action: "action", actorId: "actor", subjectId: "subject", from: "from", to: "to" } as const;

/** Reads the address; what does not parse is left out instead of refused. */
export function readAuditFilters(address: { get(name: string): string | null }): AuditFilters {
  const action = auditAction.safeParse(address.get(params.action));
  const actor = employeeId.safeParse(address.get(params.actorId));
  const subject = employeeId.safeParse(address.get(params.subjectId));
  const from = calendarDate.safeParse(address.get(params.from));
  const to = calendarDate.safeParse(address.get(params.to));
  return {
    ...(action.success && { action: action.data }),
    ...(actor.success && { actorId: actor.data }),
    ...(subject.success && { subjectId: subject.data }),
    ...(from.success && { from: from.data }),
    ...(to.success && { to: to.data }),
  };
}

export function auditFiltersQuery(filters: AuditFilters): string {
  const query = new URLSearchParams();
  for (const [field, name] of Object.entries(params)) {
    const value = filters[field as keyof AuditFilters];
    if (value) query.set(name, value);
  }
  return query.size === 0 ? "" : `?${query}`;
}
