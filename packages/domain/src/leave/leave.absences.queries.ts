import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { EntityManager } from "typeorm";
import type { Absence } from "./leave.absences.rules";
import type { Holidays } from "./leave.calendar.rules";

export async function readHolidays(manager: EntityManager): Promise<Holidays> {
  const rows: { day: CalendarDate }[] = await manager.query("SELECT day FROM holidays");
  return new Set(rows.map(({ day }) => day));
}

/** Recorded absences by person; people without any are missing. */
export async function readAbsences(
  manager: EntityManager,
  employeeIds: readonly EmployeeId[],
): Promise<Map<EmployeeId, Absence[]>> {
  const rows: (Absence & { employeeId: EmployeeId })[] = await manager.query(
    "SELECT employee_id AS employeeId, day, kind FROM leave_absences WHERE employee_id IN (?)",
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
