import type { EmployeeId } from "@erp/contracts/ids";
import type { QuestAction, QuestView, WorkState, WorkView } from "@erp/contracts/quests";

/** The columns of the board, from left to right. */
export const questColumns = ["open", "active", "waiting", "done"] as const;
export type QuestColumn = (typeof questColumns)[number];

export function ownWork(quest: QuestView, readerId: EmployeeId): WorkView | undefined {
  return quest.work.find(({ person }) => person.id === readerId);
}

/** The work of the others, which only who decides about it sees. */
export function othersWork(quest: QuestView, readerId: EmployeeId): WorkView[] {
  return quest.work.filter(({ person }) => person.id !== readerId);
}

export function isFull({ slots, accepted }: Pick<QuestView, "slots" | "accepted">): boolean {
  return slots !== null && accepted >= slots;
}

const columnOfState: Record<WorkState, QuestColumn> = {
  IN_PROGRESS: "active",
  REJECTED: "active",
  WAITING_APPROVAL: "waiting",
  APPROVED: "done",
  CLAIMED: "done",
};

/**
 * Where a quest stands for the reader. One's own work decides; for whoever manages the quest, the work that needs them
 * most. Null: an offer that is over and was none of theirs.
 */
export function columnOf(quest: QuestView, readerId: EmployeeId): QuestColumn | null {
  const own = ownWork(quest, readerId);
  if (own) return columnOfState[own.state];
  if (manages(quest, readerId)) return columnOfManager(quest);
  const isOffered = quest.allowedActions.includes("accept") || (quest.status === "OPEN" && isFull(quest));
  return isOffered ? "open" : null;
}

function manages(quest: QuestView, readerId: EmployeeId): boolean {
  const acts: QuestAction[] = ["decide", "close", "remove"];
  return quest.creator.id === readerId || acts.some((act) => quest.allowedActions.includes(act));
}

function columnOfManager({ work, status }: QuestView): QuestColumn {
  const columns = work.map(({ state }) => columnOfState[state]);
  if (columns.includes("waiting")) return "waiting";
  if (columns.includes("active")) return "active";
  return status === "OPEN" ? "open" : "done";
}

const urgency: readonly QuestAction[] = ["decide", "claim", "report", "accept"];

/** What the reader can do something about first; otherwise newest first, as the list comes. */
export function byUrgency(quests: readonly QuestView[]): QuestView[] {
  const rank = ({ allowedActions }: QuestView) => {
    const index = urgency.findIndex((act) => allowedActions.includes(act));
    return index === -1 ? urgency.length : index;
  };
  return [...quests].sort((one, other) => rank(one) - rank(other));
}

/** How many of the people on a quest are in each of these states. */
export function countWork(work: readonly WorkView[]): Record<QuestColumn, number> {
  const counts: Record<QuestColumn, number> = { open: 0, active: 0, waiting: 0, done: 0 };
  for (const { state } of work) counts[columnOfState[state]] += 1;
  return counts;
}
