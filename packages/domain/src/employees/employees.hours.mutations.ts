import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { employeeWeeklyHours } from "@erp/db/mysql/entities/employee-weekly-hours";
import type { Tx } from "@erp/db/mysql/transaction";
import { actorIdOf } from "../actor";
import type { Ctx } from "../context";

/** The weekly hours somebody was entered with hold since the hire date; nothing, where a history has begun. */
export async function beginWeeklyHours(tx: Tx, employeeId: EmployeeId): Promise<void> {
  await tx.query(
    `INSERT INTO employee_weekly_hours (employee_id, from_day, weekly_minutes, changed_by, changed_at)
     SELECT id, hire_date, weekly_minutes, NULL, created_at FROM employees person
      WHERE id = ? AND NOT EXISTS (SELECT 1 FROM employee_weekly_hours hours WHERE hours.employee_id = person.id)`,
    [employeeId],
  );
}

/** So many weekly hours hold from this day until the next that the history has. What it had for the day is replaced. */
export async function recordWeeklyHours(
  ctx: Ctx,
  tx: Tx,
  employeeId: EmployeeId,
  { from: fromDay, weeklyMinutes }: { from: CalendarDate; weeklyMinutes: number },
): Promise<void> {
  await beginWeeklyHours(tx, employeeId);
  await tx.upsert(
    employeeWeeklyHours,
    { employeeId, fromDay, weeklyMinutes, changedBy: actorIdOf(ctx.actor), changedAt: ctx.clock.now() },
    ["employeeId", "fromDay"],
  );
}
