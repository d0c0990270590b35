import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { describe, expect, it } from "vitest";
import { AT, buildDraft, buildPerson, buildSubmitted, lookerOf } from "../testing/build-document";
import {
  allowedActions,
  decidesFor,
  MAX_HISTORY_ENTRIES,
  mayOpen,
  refusalToComment,
  refusalToDecide,
  refusalToRevise,
  refusalToWithdraw,
} from "./approvals.policy";
import { advanced, approved, rejected, withdrawn } from "./approvals.rules";

const chosen = {
  steps: [{ approvers: ["one"] }, { approvers: ["two", "other"], quorum: "ANY" as const }],
  references: ["reference"],
  readers: ["reader"],
};
const draft = buildDraft(chosen);
const running = buildSubmitted(chosen);
const actOf = (name: string) => ({ at: AT, actor: buildPerson(name) });
const approve = (document: DocumentState, name: string) => approved(document, actOf(name), buildPerson(name).id, null);
const advance = (document: DocumentState) => advanced(document, AT) ?? document;
const second = advance(approve(running, "one"));
const decided = approve(second, "two");
const complete = advance(decided);
const refused = rejected(running, actOf("one"), buildPerson("one").id, "예산 초과");
const takenBack = withdrawn(running, actOf("writer"));

describe("E47: who may open a document", () => {
  it.each([
    ["draft", draft, ["writer"]],
    ["running", running, ["writer", "one", "two", "other", "reference", "hr"]],
    ["approved", complete, ["writer", "one", "two", "other", "reference", "reader", "hr"]],
    ["rejected", refused, ["writer", "one", "two", "other", "reference", "hr"]],
    ["withdrawn", takenBack, ["writer", "one", "two", "other", "reference", "hr"]],
  ] as const)("%s", (_name, document, expected) => {
    const everybody = ["writer", "one", "two", "other", "reference", "reader", "hr", "stranger"];
    const may = everybody.filter((name) => mayOpen(lookerOf(name, name === "hr" ? "HR_ADMIN" : "MANAGER"), document));
    expect(may).toEqual(expected);
  });
});

describe("E44: who may decide", () => {
  it.each([
    ["the open step's person", running, "one", null],
    ["a later step's person", running, "two", "approval.not-your-turn"],
    ["a reference", running, "reference", "approval.not-your-turn"],
    ["a stranger", running, "stranger", "approval.not-your-turn"],
    ["the requester", running, "writer", "approval.own-document"],
    ["somebody who has decided", second, "one", "approval.already-decided"],
    ["the other one of a step that needs only one", decided, "other", "approval.already-decided"],
    ["a later step's person after a rejection", refused, "two", "approval.already-closed"],
    ["an approver of a withdrawn document", takenBack, "one", "approval.already-closed"],
    ["an approver of a completed document", complete, "two", "approval.already-closed"],
  ] as const)("%s", (_name, document, name, refusal) => {
    expect(refusalToDecide(lookerOf(name), document)).toBe(refusal);
  });
});

describe("who may withdraw", () => {
  it.each([
    ["the requester, while it runs", running, "writer", null],
    ["an approver", running, "one", "approval.not-the-drafter"],
    ["the requester of a draft", draft, "writer", "approval.still-a-draft"],
    ["the requester, after everybody has approved", decided, "writer", "approval.already-closed"],
    ["the requester, after the end", refused, "writer", "approval.already-closed"],
  ] as const)("%s", (_name, document, name, refusal) => {
    expect(refusalToWithdraw(lookerOf(name), document)).toBe(refusal);
  });
});

it("a form that is begun elsewhere is revised there", () => {
  const leave = { ...refused, formCode: "ANNUAL_LEAVE" as const };
  expect(refusalToRevise(lookerOf("writer"), leave)).toBe("approval.begun-elsewhere");
});

it("a document full of comments takes no more", () => {
  const [entry] = running.history;
  if (entry === undefined) throw new Error("a submitted document has a history");
  const full = { ...running, history: Array.from({ length: MAX_HISTORY_ENTRIES }, () => entry) };
  expect(refusalToComment(full)).toBe("approval.too-many-comments");
});

describe("what the interface offers", () => {
  it.each([
    ["the writer of a draft", draft, "writer", ["edit", "discard"]],
    ["the writer of a running document", running, "writer", ["withdraw", "comment", "copy"]],
    ["the approver whose turn it is", running, "one", ["approve", "reject", "comment"]],
    ["the approver whose turn comes", running, "two", ["comment"]],
    ["a reference", running, "reference", ["comment"]],
    ["the writer of a completed document", complete, "writer", ["comment", "copy"]],
    ["the writer of a rejected document", refused, "writer", ["comment", "copy", "revise"]],
    ["the writer of a withdrawn document", takenBack, "writer", ["comment", "copy", "revise"]],
    ["whoever rejected it", refused, "one", ["comment"]],
  ] as const)("%s", (_name, document, name, actions) => {
    expect(allowedActions(lookerOf(name), document)).toEqual(actions);
  });
});

describe("who stands in for somebody", () => {
  const standingIn = (name: string, ...principals: string[]) => ({
    ...lookerOf(name),
    standsInFor: principals.map((principal) => buildPerson(principal).id),
  });

  it.each([
    ["decides while it waits for them", running, standingIn("stranger", "one"), null, true],
    ["not before their step", running, standingIn("stranger", "two"), "approval.not-your-turn", false],
    ["is told when they were faster", second, standingIn("stranger", "one"), "approval.already-decided", false],
    ["is told when it is over", refused, standingIn("stranger", "two"), "approval.already-closed", false],
    ["never decides their own document", running, standingIn("writer", "one"), "approval.own-document", true],
    ["decides a step although their own is over", second, standingIn("one", "two"), null, true],
  ] as const)("%s", (_name, document, looker, refusal, opens) => {
    expect([refusalToDecide(looker, document), mayOpen(looker, document)]).toEqual([refusal, opens]);
  });

  it("reads for good what was withdrawn while it asked those they stood in for, and nothing else that was", () => {
    const stoodIn = (principal: string) => ({ ...lookerOf("stranger"), stoodInFor: [buildPerson(principal).id] });
    const secondTakenBack = withdrawn(second, actOf("writer"));
    expect(mayOpen(stoodIn("one"), takenBack)).toBe(true);
    expect(mayOpen(stoodIn("two"), secondTakenBack)).toBe(true);
    expect(mayOpen(stoodIn("two"), takenBack)).toBe(false);
    expect(mayOpen(stoodIn("one"), secondTakenBack)).toBe(false);
    expect(mayOpen(stoodIn("one"), refused)).toBe(false);
    expect(allowedActions(stoodIn("one"), takenBack)).toEqual(["comment"]);
  });

  it("decides for themselves first, then in the line's order", () => {
    expect(decidesFor(standingIn("other", "two"), second)?.name).toBe("other");
    expect(decidesFor(standingIn("stranger", "other", "two"), second)?.name).toBe("two");
    expect(decidesFor(standingIn("stranger"), second)).toBeNull();
  });

  it("keeps what they decided among what they may open", () => {
    const [actor, onBehalfOf] = [buildPerson("stranger"), buildPerson("one")];
    const after = approved(running, { at: AT, actor, onBehalfOf }, onBehalfOf.id, null);
    expect(mayOpen(lookerOf("stranger"), after)).toBe(true);
  });
});
