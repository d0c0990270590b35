import { koreanDate } from "@erp/contracts/dates";
import type { QuestAction } from "@erp/contracts/quests";
import type { QuestWorkRow } from "@erp/db/mysql/entities/quest-works";
import type { QuestRow } from "@erp/db/mysql/entities/quests";
import type { EmployeeActor } from "../actor";
import { canManage } from "./quests.policy";
import { canMove } from "./quests.states";

/** The work on a quest as far as the person looking may see it, and how many have accepted it in all. */
export type VisibleWork = { accepted: number; works: readonly QuestWorkRow[] };

/** What the person looking may do now; the interface shows these and nothing else. */
export function allowedActions(
  actor: EmployeeActor,
  quest: QuestRow,
  { accepted, works }: VisibleWork,
  now: Date,
): QuestAction[] {
  const own = works.find(({ employeeId }) => employeeId === actor.id);
  const manages = canManage(actor, quest);
  const possible: Record<QuestAction, boolean> = {
    accept: own === undefined && canBeAccepted(actor, quest, accepted, now),
    report: own !== undefined && canMove(own.state, "report"),
    claim: own !== undefined && canMove(own.state, "claim"),
    edit: manages && quest.status === "OPEN" && accepted === 0,
    close: manages && quest.status === "OPEN",
    remove: manages && quest.status !== "REMOVED",
    decide: manages && works.some((work) => work !== own && canMove(work.state, "approve")),
  };
  return (Object.keys(possible) as QuestAction[]).filter((action) => possible[action]);
}

function canBeAccepted(actor: EmployeeActor, quest: QuestRow, accepted: number, now: Date): boolean {
  const isInTime = quest.deadline === null || quest.deadline >= koreanDate(now);
  const hasSlot = quest.slots === null || accepted < quest.slots;
  const isForActor = quest.departmentId === actor.departmentId && quest.createdBy !== actor.id;
  return quest.status === "OPEN" && isInTime && hasSlot && isForActor;
}
