import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { describe, expect, it } from "vitest";
import { AT, buildDraft, buildPerson, buildSubmitted, lookerOf } from "../testing/build-document";
import {
  allowedActions,
  MAX_HISTORY_ENTRIES,
  mayOpen,
  refusalToComment,
  refusalToDecide,
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
  ] as const)("%s", (_name, document, name, actions) => {
    expect(allowedActions(lookerOf(name), document)).toEqual(actions);
  });
});
