import type { WorkState } from "@erp/contracts/quests";
import { DomainError } from "../errors";

/** Every move of somebody's work on a quest; accepting makes it IN_PROGRESS. What is not here is refused. */
const moves = {
  report: { from: ["IN_PROGRESS", "REJECTED"], to: "WAITING_APPROVAL" },
  approve: { from: ["WAITING_APPROVAL"], to: "APPROVED" },
  reject: { from: ["WAITING_APPROVAL"], to: "REJECTED" },
  claim: { from: ["APPROVED"], to: "CLAIMED" },
} as const satisfies Record<string, { from: readonly WorkState[]; to: WorkState }>;

export type WorkMove = keyof typeof moves;
export const workMoves = Object.keys(moves) as WorkMove[];

export function canMove(state: WorkState, move: WorkMove): boolean {
  const from: readonly WorkState[] = moves[move].from;
  return from.includes(state);
}

/** The state after the move. Throws `quest.wrong-state`. */
export function moved(state: WorkState, move: WorkMove): WorkState {
  if (!canMove(state, move)) throw new DomainError("quest.wrong-state");
  return moves[move].to;
}
