import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { QuestRow } from "@erp/db/mysql/entities/quests";
import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";

type Quest = Pick<QuestRow, "createdBy" | "departmentId">;

/** The creator and HR edit, close and remove a quest and decide about the work on it. */
export function canManage(actor: EmployeeActor, quest: Quest): boolean {
  return actor.id === quest.createdBy || hasPermission(actor.role, "quests:administer");
}

export function requireMayManage(actor: EmployeeActor, quest: Quest): void {
  if (!canManage(actor, quest)) throw new DomainError("quest.not-the-creator");
}

/** Nobody decides about their own work, HR administrators least of all. */
export function requireMayDecide(actor: EmployeeActor, quest: Quest, worker: EmployeeId): void {
  requireMayManage(actor, quest);
  if (actor.id === worker) throw new DomainError("quest.own-work");
}

/** People of the quest's department accept it, except who made it. */
export function requireMayAccept(actor: EmployeeActor, quest: Quest): void {
  if (actor.departmentId !== quest.departmentId) throw new DomainError("quest.other-department");
  if (actor.id === quest.createdBy) throw new DomainError("quest.own-quest");
}
