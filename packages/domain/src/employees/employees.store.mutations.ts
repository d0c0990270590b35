import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import { departments } from "@erp/db/mysql/entities/departments";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import type { Tx } from "@erp/db/mysql/transaction";
import { DomainError } from "../errors";

/** Reads an employee and keeps others from changing them until the transaction ends. Throws `employee.not-found`. */
export async function lockEmployee(tx: Tx, id: EmployeeId): Promise<EmployeeRow> {
  const employee = await tx.findOne(employees, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (!employee) throw new DomainError("employee.not-found");
  return employee;
}

/** As `lockEmployee`, at the version the person saw. Throws `employee.changed-meanwhile` when somebody was faster. */
export async function lockEmployeeAt(tx: Tx, id: EmployeeId, version: number): Promise<EmployeeRow> {
  const employee = await lockEmployee(tx, id);
  if (employee.version !== version) throw new DomainError("employee.changed-meanwhile");
  return employee;
}

export async function assertDepartmentExists(tx: Tx, id: DepartmentId): Promise<void> {
  if (!(await tx.existsBy(departments, { id }))) {
    throw new DomainError("department.not-found", {}, { departmentId: "department.not-found" });
  }
}

/**
 * A manager works here and does not stand below the person. Walks to the top, locking each step: of two edits that
 * together would make a ring, one waits, or is rolled back and run again, and then sees the other.
 * Throws `employee.inactive`, `employee.manager-loop`, `employee.not-found`.
 */
export async function assertPossibleManager(tx: Tx, id: EmployeeId, managerId: EmployeeId): Promise<void> {
  const manager = await lockEmployee(tx, managerId);
  if (manager.status !== "ACTIVE") throw new DomainError("employee.inactive", {}, { managerId: "employee.inactive" });
  for (
    let above: EmployeeRow | null = manager;
    above !== null;
    above = above.managerId && (await lockEmployee(tx, above.managerId))
  ) {
    if (above.id === id) throw new DomainError("employee.manager-loop", {}, { managerId: "employee.manager-loop" });
  }
}

/**
 * Somebody must be left who can undo things. All HR administrators are locked, so that two who remove each other at once
 * do not both succeed. Throws `employee.last-hr-admin`.
 */
export async function assertNotLastHrAdmin(tx: Tx, employee: EmployeeRow): Promise<void> {
  if (employee.role !== "HR_ADMIN" || employee.status !== "ACTIVE") return;
  const admins = await tx.find(employees, {
    select: { id: true },
    where: { role: "HR_ADMIN", status: "ACTIVE" },
    lock: { mode: "pessimistic_write" },
  });
  if (admins.every((admin) => admin.id === employee.id)) throw new DomainError("employee.last-hr-admin");
}
