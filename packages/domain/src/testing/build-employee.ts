import type { CalendarDate } from "@erp/contracts/dates";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { beginWeeklyHours } from "../employees/employees.hours.mutations";
import { recordPost } from "../employees/employees.posts.mutations";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { buildDepartment } from "./build-department";

/** Inserts an employee with their first post and weekly hours, in a department of their own unless one is chosen. */
export async function buildEmployee(ctx: Ctx, chosen: Partial<EmployeeRow> = {}): Promise<EmployeeRow> {
  const id = chosen.id ?? newId<EmployeeRow["id"]>(ctx.clock);
  const employee: EmployeeRow = {
    id,
    cognitoSubject: null,
    email: `${id.toLowerCase()}@hanbit.example`,
    name: "김하늘",
    departmentId: chosen.departmentId ?? (await buildDepartment(ctx)).id,
    position: "SAWON",
    role: "STAFF",
    hireDate: "2024-03-04" as CalendarDate,
    weeklyMinutes: 2400,
    managerId: null,
    status: "ACTIVE",
    leftOn: null,
    version: 1,
    createdAt: ctx.clock.now(),
    ...chosen,
  };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(employees, employee);
    await recordPost(ctx, tx, employee, employee.hireDate);
    await beginWeeklyHours(tx, employee.id);
  });
  return employee;
}

/** The context of a request that this employee makes. */
export function actingAs(ctx: Ctx, { id, role, departmentId }: EmployeeRow): Ctx {
  const actor: EmployeeActor = { kind: "employee", id, role, departmentId, sessionId: null };
  return { ...ctx, actor };
}
