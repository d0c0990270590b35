import { formTemplates } from "@erp/contracts/approval-forms";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { describe, expect, it } from "vitest";
import { AT, buildPerson, buildSubmitted } from "../testing/build-document";
import { canonicalJson, verifyHistory } from "./approvals.history.rules";
import { advanced, approved, commented } from "./approvals.rules";

function approvedDocument(): DocumentState {
  const manager = { at: AT, actor: buildPerson("manager") };
  const spoken = commented(buildSubmitted(), manager, "좋아요");
  const decided = approved(spoken, manager, manager.actor.id, "승인해요");
  return advanced(decided, AT) ?? decided;
}

describe("the chain", () => {
  const document = approvedDocument();

  it("is intact as it was made", () => {
    expect(verifyHistory(document)).toEqual({
      intact: true,
      entries: 4,
      firstBrokenSequence: null,
      lastHash: document.history[3]?.hash,
    });
  });

  it("is intact after a store that sorts keys its own way and hands out new objects", () => {
    const values = Object.fromEntries(Object.entries(document.values).reverse());
    expect(verifyHistory({ ...structuredClone(document), values })).toMatchObject({ intact: true });
  });

  const editEntry = (index: number, change: object) =>
    document.history.map((entry, at) => (at === index ? { ...entry, ...change } : entry));

  it.each<[name: string, change: Partial<DocumentState>, firstBroken: number]>([
    ["an amount", { values: { ...document.values, amountKrw: 128_000_000 } }, 4],
    ["a title", { title: "다른 제목" }, 4],
    ["what its fields are called", { form: formTemplates.PROJECT }, 4],
    ["the requester", { requester: buildPerson("somebody else") }, 4],
    ["a status", { status: "REJECTED" }, 4],
    [
      "a decision",
      {
        line: document.line.map((step) => ({
          ...step,
          approvers: step.approvers.map((each) => ({ ...each, comment: "다른 말" })),
        })),
      },
      4,
    ],
    ["a comment", { history: editEntry(1, { text: "싫어요" }) }, 2],
    ["a time", { history: editEntry(0, { at: new Date(0) }) }, 1],
    ["who spoke", { history: editEntry(1, { actor: buildPerson("somebody else") }) }, 2],
    ["the order", { history: [...document.history].reverse() }, 4],
    ["a missing entry", { history: document.history.filter((_, index) => index !== 1) }, 3],
    ["a missing end", { history: document.history.slice(0, -1) }, 3],
    ["no history at all", { history: [] }, 1],
    ["a history that is gone", { history: undefined as never }, 1],
    ["an entry without its place", { history: editEntry(1, { sequence: undefined }) }, 2],
    ["the amount that lists show", { amountKrw: 1 }, 4],
  ])("shows that %s was altered", (_name, change, firstBrokenSequence) => {
    expect(verifyHistory({ ...document, ...change })).toMatchObject({ intact: false, firstBrokenSequence });
  });
});

describe("canonical JSON", () => {
  it.each([
    [{ b: 1, a: [true, null, "가"] }, '{"a":[true,null,"가"],"b":1}'],
    [{ at: AT, gone: undefined }, '{"at":"2026-11-20T00:00:00.000Z"}'],
    ["\ud800", '"\ufffd"'],
  ])("%j", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe("a substitute's decision", () => {
  const [substitute, approver] = [buildPerson("substitute"), buildPerson("manager")];
  const act = { at: AT, actor: substitute, onBehalfOf: approver };
  const document = approved(buildSubmitted(), act, approver.id, null);
  const last = document.history.length - 1;
  const editLast = (change: object) =>
    document.history.map((entry, index) => (index === last ? { ...entry, ...change } : entry));

  it("is sealed with both names", () => {
    expect(verifyHistory(document)).toMatchObject({ intact: true });
    expect(document.history[last]).toMatchObject({ actor: substitute, onBehalfOf: approver });
    expect(document.line[0]?.approvers[0]).toMatchObject({ person: approver, substitute, decision: "APPROVED" });
  });

  it.each<[name: string, change: Partial<DocumentState>]>([
    ["in whose place it was", { history: editLast({ onBehalfOf: buildPerson("somebody else") }) }],
    ["that it was in a place", { history: editLast({ onBehalfOf: undefined }) }],
    [
      "who made it",
      {
        line: document.line.map((step) => ({
          ...step,
          approvers: step.approvers.map((each) => ({ ...each, substitute: buildPerson("somebody else") })),
        })),
      },
    ],
  ])("shows that %s was altered", (_name, change) => {
    expect(verifyHistory({ ...document, ...change })).toMatchObject({ intact: false, firstBrokenSequence: last + 1 });
  });
});
