import type { EmployeeByIdInput } from "@erp/contracts/employees";
import { employees } from "@erp/db/mysql/entities/employees";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";

/**
 * Another mail for somebody whose invitation ran out or was lost; it is sent from the event. Throws `employee.not-found`,
 * `employee.inactive`, and `employee.invitation-answered` for somebody who has signed in.
 */
export async function resendInvitation(ctx: Ctx, { employeeId }: EmployeeByIdInput): Promise<void> {
  authorize(ctx, "employees:manage");
  const person = await ctx.mysql.manager.findOneBy(employees, { id: employeeId });
  if (!person) throw new DomainError("employee.not-found");
  if (person.status !== "ACTIVE") throw new DomainError("employee.inactive");
  if (!(await ctx.identity.isInvitationOpen(person.email))) throw new DomainError("employee.invitation-answered");
  await inTransaction(ctx, async (tx) => {
    await recordAudit(ctx, tx, "employee.invitation-resent", employeeId);
    await emit(ctx, tx, "employee.invitation-resent", employeeId, { employeeId });
  });
}
