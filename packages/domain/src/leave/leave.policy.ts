import type { DepartmentId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";
import type { LeaveSubject } from "./leave.people.queries";

type Subject = Pick<LeaveSubject, "id" | "departmentId">;

/** One sees one's own leave; managers that of their department and below, HR everybody's. */
export function requireMayRead(actor: EmployeeActor, subject: Subject, own: readonly DepartmentId[]): void {
  if (actor.id !== subject.id) requireOwnPeople(actor, subject, own);
}

/** Managers adjust the leave of their own people, HR everybody's; nobody their own. */
export function requireMayAdjust(actor: EmployeeActor, subject: Subject, own: readonly DepartmentId[]): void {
  if (actor.id === subject.id) throw new DomainError("leave.own-adjustment");
  requireOwnPeople(actor, subject, own);
}

/** Who is away when is no secret within a department. */
export function requireMaySeeCalendar(
  actor: EmployeeActor,
  department: DepartmentId,
  own: readonly DepartmentId[],
): void {
  if (hasPermission(actor.role, "leave:administer") || own.includes(department)) return;
  throw new DomainError("leave.not-your-people");
}

function requireOwnPeople(actor: EmployeeActor, subject: Subject, own: readonly DepartmentId[]): void {
  if (hasPermission(actor.role, "leave:administer") || own.includes(subject.departmentId)) return;
  throw new DomainError("leave.not-your-people");
}
