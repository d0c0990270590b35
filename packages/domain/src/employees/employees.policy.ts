import type { DepartmentId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";

/** HR sees everybody's file; a manager those of their own department and of the departments below it. */
export function canSeeDepartment(
  actor: EmployeeActor,
  department: DepartmentId,
  ownAndBelow: readonly DepartmentId[],
): boolean {
  return hasPermission(actor.role, "employees:manage") || ownAndBelow.includes(department);
}

/** Who has left is HR's business; colleagues find the people who work here. */
export function canListLeavers(actor: EmployeeActor): boolean {
  return hasPermission(actor.role, "employees:manage");
}

/** Nobody decides about their own role or employment, HR administrators least of all. Throws `employee.own-account`. */
export function assertNotOwnAccount(actor: EmployeeActor, subjectId: EmployeeActor["id"]): void {
  if (actor.id === subjectId) throw new DomainError("employee.own-account");
}
