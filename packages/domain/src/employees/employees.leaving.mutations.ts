import type { DeactivateEmployeeInput, EmployeeDetail, ReactivateEmployeeInput } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import type { Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { readDetail } from "./employees.detail.queries";
import { assertNotOwnAccount } from "./employees.policy";
import { revokeSessions } from "./employees.sessions.mutations";
import { assertNotLastHrAdmin, lockEmployeeAt } from "./employees.store.mutations";

/**
 * Makes a person a leaver, at once: signed out, kept out, no longer to be chosen; everything they did stays.
 * Throws `employee.changed-meanwhile`, `employee.already-left`, `employee.own-account`, `employee.last-hr-admin`, and
 * `substitution.person-unavailable` for a successor who has left.
 */
export async function deactivateEmployee(ctx: Ctx, input: DeactivateEmployeeInput): Promise<EmployeeDetail> {
  const actor = authorize(ctx, "employees:manage");
  const { employeeId: id, version, leftOn, successorId = null } = input;
  assertNotOwnAccount(actor, id);
  await inTransaction(ctx, async (tx) => {
    const employee = await lockEmployeeAt(tx, id, version);
    if (employee.status === "LEAVER") throw new DomainError("employee.already-left");
    if (leftOn < employee.hireDate) throw new DomainError("request.invalid", {}, { leftOn: "period.reversed" });
    await assertNotLastHrAdmin(tx, employee);
    await assertCanSucceed(tx, employee, successorId);
    await tx.update(employees, { id }, { status: "LEAVER", leftOn, version: version + 1 });
    await recordAudit(ctx, tx, "employee.deactivated", id, { leftOn, successorId });
    await emit(ctx, tx, "employee.deactivated", id, { employeeId: id, successorId });
  });
  await revokeSessions(ctx, id);
  return readDetail(ctx, id);
}

async function assertCanSucceed(tx: Tx, leaver: EmployeeRow, successorId: EmployeeId | null): Promise<void> {
  if (successorId === null) return;
  const isEmployed = successorId !== leaver.id && (await tx.existsBy(employees, { id: successorId, status: "ACTIVE" }));
  if (!isEmployed) throw new DomainError("substitution.person-unavailable");
}

/**
 * Takes a leaver back, with the post they had: as if they had never left, or newly employed since `hireDate`, so that no
 * leave is granted for the time between. Throws `employee.changed-meanwhile`, `employee.not-left`, and `request.invalid` for
 * a new employment that begins before the earlier one ended.
 */
export async function reactivateEmployee(
  ctx: Ctx,
  { employeeId: id, version, hireDate }: ReactivateEmployeeInput,
): Promise<EmployeeDetail> {
  authorize(ctx, "employees:manage");
  await inTransaction(ctx, async (tx) => {
    const employee = await lockEmployeeAt(tx, id, version);
    if (employee.status === "ACTIVE") throw new DomainError("employee.not-left");
    const { leftOn } = employee;
    if (hireDate && leftOn && hireDate <= leftOn)
      throw new DomainError("request.invalid", {}, { hireDate: "employment.before-last" });
    const employment = { status: "ACTIVE", leftOn: null, version: version + 1 } as const;
    await tx.update(employees, { id }, { ...employment, ...(hireDate && { hireDate }) });
    await recordAudit(ctx, tx, "employee.reactivated", id, { leftOn, ...(hireDate && { hireDate }) });
    await emit(ctx, tx, "employee.reactivated", id, { employeeId: id });
  });
  return readDetail(ctx, id);
}
