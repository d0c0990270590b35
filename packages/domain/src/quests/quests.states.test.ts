import { type WorkState, workState } from "@erp/contracts/quests";
import { expect, it } from "vitest";
import { canMove, moved, workMoves } from "./quests.states";

it("E26: only the agreed moves are possible", () => {
  const possible = workState.options.flatMap((state: WorkState) =>
    workMoves.filter((move) => canMove(state, move)).map((move) => `${state} ${move} ${moved(state, move)}`),
  );
  expect(possible).toEqual([
    "IN_PROGRESS report WAITING_APPROVAL",
    "WAITING_APPROVAL approve APPROVED",
    "WAITING_APPROVAL reject REJECTED",
    "APPROVED claim CLAIMED",
    "REJECTED report WAITING_APPROVAL",
  ]);
});

it.each([
  ["CLAIMED", "report"],
  ["APPROVED", "report"],
  ["WAITING_APPROVAL", "claim"],
  ["IN_PROGRESS", "approve"],
  ["CLAIMED", "claim"],
] as const)("E26: %s cannot %s", (state, move) => expect(() => moved(state, move)).toThrow("not possible"));
