import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import fc from "fast-check";
import { expect, it } from "vitest";
import { AT, buildPerson, buildSubmitted, type ChosenStep, lookerOf } from "../testing/build-document";
import { boxesOf, waitingFor } from "./approvals.boxes.rules";
import { verifyHistory } from "./approvals.history.rules";
import { refusalToComment, refusalToDecide, refusalToWithdraw } from "./approvals.policy";
import { advanced, approved, commented, rejected, withdrawn } from "./approvals.rules";
import { isClosed } from "./approvals.states";

const people = ["writer", "a", "b", "c", "d", "e", "f", "g"];

/** Lines of 1 to 4 steps over different people, each step with 1 or 2 of them and a quorum. */
const steps = fc
  .record({
    order: fc.shuffledSubarray(people.slice(1), { minLength: 1 }),
    widths: fc.array(fc.constantFrom(1, 2), { minLength: 4, maxLength: 4 }),
    quorums: fc.array(fc.constantFrom("ALL" as const, "ANY" as const), { minLength: 4, maxLength: 4 }),
  })
  .map(({ order, widths, quorums }): ChosenStep[] => {
    const rest = [...order];
    const line = widths.map((width, index) => ({ approvers: rest.splice(0, width), quorum: quorums[index] ?? "ALL" }));
    return line.filter(({ approvers }) => approvers.length > 0);
  });

const attempts = fc.array(
  fc.record({
    who: fc.constantFrom(...people),
    what: fc.constantFrom("approve", "approve", "approve", "reject", "withdraw", "comment", "advance", "advance"),
  }),
  { maxLength: 40 },
);

type Attempt = { who: string; what: string };

/** The document after the attempt; the same one where policy or state refuse. */
function tryMove(document: DocumentState, { who, what }: Attempt): DocumentState {
  const looker = lookerOf(who);
  const act = { at: AT, actor: buildPerson(who) };
  if (what === "advance") return advanced(document, AT) ?? document;
  if (what === "comment") return refusalToComment(document) === null ? commented(document, act, "말") : document;
  if (what === "withdraw") return refusalToWithdraw(looker, document) === null ? withdrawn(document, act) : document;
  if (refusalToDecide(looker, document) !== null) return document;
  return what === "approve" ? approved(document, act, looker.id, null) : rejected(document, act, looker.id, "이유");
}

function outcome({ status, line, completedAt }: DocumentState) {
  return { status, line, completedAt };
}

it("whatever people try in whatever order, a document stays true to its rules", () => {
  fc.assert(
    fc.property(steps, attempts, (chosen, tries) => {
      let document = buildSubmitted({ steps: chosen });
      for (const attempt of tries) {
        const before = document;
        document = tryMove(before, attempt);
        const hasMoved = document !== before;

        expect(document.version).toBe(before.version + (hasMoved ? 1 : 0));
        expect(document.history.slice(0, before.history.length)).toEqual(before.history);
        expect(document.boxes).toEqual(boxesOf(document));
        if (isClosed(before.status)) expect(outcome(document)).toEqual(outcome(before));
        if (hasMoved && ["approve", "reject"].includes(attempt.what)) {
          expect(waitingFor(before).map(({ name }) => name)).toContain(attempt.who);
        }
        const states = document.line.map(({ state }) => state);
        expect(states.filter((state) => state === "OPEN").length).toBeLessThanOrEqual(1);
        if (isClosed(document.status)) expect(states).not.toContain("OPEN");
        if (isClosed(document.status)) expect(states).not.toContain("PENDING");
      }
      expect(verifyHistory(document)).toMatchObject({ intact: true, entries: document.history.length });
      if (document.status === "APPROVED") expect(document.line.every(({ state }) => state === "APPROVED")).toBe(true);
      if (document.status === "REJECTED")
        expect(document.line.filter(({ state }) => state === "REJECTED")).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});
