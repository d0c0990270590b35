import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { canSeeDepartment } from "../employees/employees.policy";
import { DomainError } from "../errors";

/** Managers see the attendance of their department and below, HR everybody's. Throws `employee.not-found`, `request.forbidden`. */
export async function requireMayRead(ctx: Ctx, actor: EmployeeActor, subjectId: EmployeeId): Promise<void> {
  const [subject]: { departmentId: DepartmentId }[] = await ctx.mysql.query(
    "SELECT department_id AS departmentId FROM employees WHERE id = ?",
    [subjectId],
  );
  if (!subject) throw new DomainError("employee.not-found");
  const own = actor.role === "STAFF" ? [] : await departmentAndBelow(ctx, actor.departmentId);
  if (!canSeeDepartment(actor, subject.departmentId, own)) throw new DomainError("request.forbidden");
}
