import { documentStatus, stepState } from "@erp/contracts/approvals";
import { describe, expect, it } from "vitest";
import type { DomainError } from "../errors";
import { type DocumentMove, isClosed, type StepMove, statusAfter, stepAfter } from "./approvals.states";

const moves: DocumentMove[] = ["submit", "approve", "openStep", "complete", "reject", "withdraw", "comment"];

describe("the moves of a document", () => {
  it.each([
    ["DRAFT", "submit", "IN_PROGRESS"],
    ["IN_PROGRESS", "approve", "IN_PROGRESS"],
    ["IN_PROGRESS", "openStep", "IN_PROGRESS"],
    ["IN_PROGRESS", "complete", "APPROVED"],
    ["IN_PROGRESS", "reject", "REJECTED"],
    ["IN_PROGRESS", "withdraw", "WITHDRAWN"],
  ] as const)("%s -%s-> %s", (from, move, to) => {
    expect(statusAfter(from, move)).toBe(to);
  });

  it("a closed document takes comments and nothing else", () => {
    for (const status of documentStatus.options.filter(isClosed)) {
      for (const move of moves.filter((each) => each !== "comment")) {
        const code = move === "submit" ? "approval.not-a-draft" : "approval.already-closed";
        expect(() => statusAfter(status, move), `${status} ${move}`).toThrow(
          expect.objectContaining<Partial<DomainError>>({ code }),
        );
      }
      expect(statusAfter(status, "comment")).toBe(status);
    }
  });

  it("a draft can only be submitted", () => {
    for (const move of moves.filter((each) => each !== "submit")) {
      expect(() => statusAfter("DRAFT", move)).toThrow(expect.objectContaining({ code: "approval.still-a-draft" }));
    }
  });
});

describe("the moves of a step", () => {
  it("leads from PENDING over OPEN to a decision and nowhere else", () => {
    const table = stepState.options.map((state) =>
      (["open", "approve", "reject", "void"] as StepMove[]).map((move) => stepAfter(state, move)),
    );
    expect(Object.fromEntries(stepState.options.map((state, index) => [state, table[index]]))).toEqual({
      PENDING: ["OPEN", null, null, "VOID"],
      OPEN: [null, "APPROVED", "REJECTED", "VOID"],
      APPROVED: [null, null, null, null],
      REJECTED: [null, null, null, null],
      VOID: [null, null, null, null],
    });
  });
});
