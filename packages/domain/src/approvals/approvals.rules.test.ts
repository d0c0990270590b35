import type { StepState } from "@erp/contracts/approvals";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { describe, expect, it } from "vitest";
import { AT, buildDraft, buildPerson, buildSubmitted } from "../testing/build-document";
import { advanced, approved, commented, rejected, withdrawn } from "./approvals.rules";

const states = (document: DocumentState): StepState[] => document.line.map(({ state }) => state);
const approve = (document: DocumentState, name: string) =>
  approved(document, { at: AT, actor: buildPerson(name) }, buildPerson(name).id, null);
const reject = (document: DocumentState, name: string) =>
  rejected(document, { at: AT, actor: buildPerson(name) }, buildPerson(name).id, "예산 초과");

function advance(document: DocumentState): DocumentState {
  const next = advanced(document, AT);
  if (next === null) throw new Error("nothing to advance");
  return next;
}

describe("a line of two steps", () => {
  const document = buildSubmitted({ steps: [{ approvers: ["one"] }, { approvers: ["two"] }] });

  it("opens its first step with the submission", () => {
    expect(states(document)).toEqual(["OPEN", "PENDING"]);
    expect(document).toMatchObject({ status: "IN_PROGRESS", version: 1, number: "EXP-2026-000001", submittedAt: AT });
  });

  it("waits for the worker between the steps, then opens the next and completes at the end", () => {
    const decided = approve(document, "one");
    expect(states(decided)).toEqual(["APPROVED", "PENDING"]);
    const opened = advance(decided);
    expect(states(opened)).toEqual(["APPROVED", "OPEN"]);
    const all = approve(opened, "two");
    expect(all.status).toBe("IN_PROGRESS");
    expect(advance(all)).toMatchObject({ status: "APPROVED", completedAt: AT });
  });

  it("has nothing to advance while a step is open or after the end", () => {
    expect(advanced(document, AT)).toBeNull();
    expect(advanced(reject(document, "one"), AT)).toBeNull();
    expect(advanced(buildDraft(), AT)).toBeNull();
  });

  it("ends with the first rejection and voids what had not come yet", () => {
    const ended = reject(document, "one");
    expect(states(ended)).toEqual(["REJECTED", "VOID"]);
    expect(ended).toMatchObject({ status: "REJECTED", completedAt: AT });
    expect(ended.line[0]?.approvers[0]).toMatchObject({ decision: "REJECTED", comment: "예산 초과", decidedAt: AT });
  });

  it("keeps approved steps when it is withdrawn", () => {
    const ended = withdrawn(advance(approve(document, "one")), { at: AT, actor: document.requester });
    expect(states(ended)).toEqual(["APPROVED", "VOID"]);
    expect(ended.status).toBe("WITHDRAWN");
  });
});

describe.each([
  { quorum: "ALL" as const, afterOne: "OPEN", afterTwo: "APPROVED" },
  { quorum: "ANY" as const, afterOne: "APPROVED", afterTwo: null },
])("a step of two people that needs $quorum", ({ quorum, afterOne, afterTwo }) => {
  const document = buildSubmitted({ steps: [{ approvers: ["one", "two"], quorum }] });

  it("counts the approvals", () => {
    const first = approve(document, "one");
    expect(states(first)).toEqual([afterOne]);
    if (afterTwo !== null) expect(states(approve(first, "two"))).toEqual([afterTwo]);
  });

  it("is rejected by one of them", () => {
    expect(states(reject(document, "two"))).toEqual(["REJECTED"]);
  });
});

it("a comment changes version and history and nothing else", () => {
  const document = buildSubmitted();
  const { version, history, updatedAt, ...rest } = commented(
    document,
    { at: AT, actor: buildPerson("manager") },
    "확인했어요",
  );
  expect(version).toBe(document.version + 1);
  expect(history.at(-1)).toMatchObject({ kind: "COMMENTED", text: "확인했어요", sequence: 2 });
  expect(document).toMatchObject(rest);
});
