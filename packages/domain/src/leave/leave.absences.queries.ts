import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { AbsenceList, ListAbsencesInput } from "@erp/contracts/leave";
import { leaveAbsences } from "@erp/db/mysql/entities/leave-absences";
import type { EntityManager } from "typeorm";
import { snapshotOf } from "../approvals/approvals.people.queries";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import type { Absence } from "./leave.absences.rules";
import { isOnLeave } from "./leave.calendar.queries";
import type { Holidays } from "./leave.calendar.rules";

export async function readHolidays(manager: EntityManager): Promise<Holidays> {
  const rows: { day: CalendarDate }[] = await manager.query("SELECT day FROM holidays");
  return new Set(rows.map(({ day }) => day));
}

/** Everything HR has recorded about somebody's absences, with who did. */
export async function listAbsences(ctx: Ctx, { employeeId }: ListAbsencesInput): Promise<AbsenceList> {
  authorize(ctx, "leave:administer");
  const rows = await ctx.mysql.manager.find(leaveAbsences, { where: { employeeId }, order: { day: "DESC" } });
  const recorders = await findPeople(
    ctx,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.flatMap(({ day, kind, reason, recordedAt, recordedBy }) => {
    const recorder = recorders.get(recordedBy);
    return recorder ? [{ day, kind, reason, recordedAt, recordedBy: snapshotOf(recorder) }] : [];
  });
}

/**
 * Recorded absences by person; people without any are missing. A day for which leave was approved afterwards, as sick leave
 * is, was leave and no absence.
 */
export async function readAbsences(
  manager: EntityManager,
  employeeIds: readonly EmployeeId[],
): Promise<Map<EmployeeId, Absence[]>> {
  const rows: (Absence & { employeeId: EmployeeId })[] = await manager.query(
    `SELECT absence.employee_id AS employeeId, absence.day, absence.kind
       FROM leave_absences absence WHERE absence.employee_id IN (?) AND NOT ${isOnLeave("absence.employee_id", "absence.day")}`,
    [employeeIds],
  );
  const absences = new Map<EmployeeId, Absence[]>();
  for (const { employeeId, day, kind } of rows) {
    const list = absences.get(employeeId) ?? [];
    list.push({ day, kind });
    absences.set(employeeId, list);
  }
  return absences;
}
