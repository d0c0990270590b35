import type { CalendarDate } from "@erp/contracts/dates";
import { employeePosts } from "@erp/db/mysql/entities/employee-posts";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import type { Tx } from "@erp/db/mysql/transaction";
import { actorIdOf } from "../actor";
import type { Ctx } from "../context";
import { newId } from "../new-id";

/** Adds the post a person holds from this day on; the history itself never changes. */
export async function recordPost(ctx: Ctx, tx: Tx, employee: EmployeeRow, fromDay: CalendarDate): Promise<void> {
  await tx.insert(employeePosts, {
    id: newId(ctx.clock),
    employeeId: employee.id,
    fromDay,
    departmentId: employee.departmentId,
    position: employee.position,
    role: employee.role,
    changedBy: actorIdOf(ctx.actor),
    changedAt: ctx.clock.now(),
  });
}
