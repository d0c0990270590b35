import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";
import type { LeaveSubject } from "./leave.people.queries";

/** One sees one's own leave; managers that of their department and below, HR everybody's. */
export function requireMayRead(actor: EmployeeActor, subject: LeaveSubject): void {
  if (actor.id !== subject.id) requireOwnPeople(actor, subject);
}

/** Managers adjust the leave of their own people, HR everybody's; nobody their own. */
export function requireMayAdjust(actor: EmployeeActor, subject: LeaveSubject): void {
  if (actor.id === subject.id) throw new DomainError("leave.own-adjustment");
  requireOwnPeople(actor, subject);
}

function requireOwnPeople(actor: EmployeeActor, subject: LeaveSubject): void {
  if (actor.role === "HR_ADMIN") return;
  if (actor.role === "MANAGER" && subject.departmentPath.includes(actor.departmentId)) return;
  throw new DomainError("leave.not-your-people");
}
