import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { EntityManager } from "typeorm";

/** Who of these people has approved leave on a day, all of it or a part. */
export async function peopleOnLeave(
  manager: EntityManager,
  employeeIds: readonly EmployeeId[],
  day: CalendarDate,
): Promise<Set<EmployeeId>> {
  if (employeeIds.length === 0) return new Set();
  const rows: { id: EmployeeId }[] = await manager.query(
    `SELECT DISTINCT used.employee_id AS id
       FROM leave_ledger used LEFT JOIN leave_ledger cancelled ON cancelled.ends_entry_id = used.id
      WHERE used.leave_day = ? AND used.kind = 'USE' AND used.employee_id IN (?) AND cancelled.id IS NULL`,
    [day, employeeIds],
  );
  return new Set(rows.map(({ id }) => id));
}
