import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentState, StoredStep } from "@erp/db/mongo/models/approval-document";
import { describe, expect, it } from "vitest";
import { AT, buildDraft, buildPerson, buildSubmitted, lookerOf } from "../testing/build-document";
import { boxesOf } from "./approvals.boxes.rules";
import { deadlineCall, dueAfter, noHolidays, reminderBefore } from "./approvals.deadlines.rules";
import { verifyHistory } from "./approvals.history.rules";
import { decidesFor, mayOpen, refusalToDecide, turnAmong } from "./approvals.policy";
import { advanced, approved, commented, escalated, rejected, withdrawn } from "./approvals.rules";
import { toCard } from "./approvals.view.rules";

const seoul = (civil: string) => new Date(`${civil}+09:00`);
const approve = (document: DocumentState, name: string, at = AT) =>
  approved(document, { at, actor: buildPerson(name) }, buildPerson(name).id, null);
const stepAt = ({ line }: DocumentState, index: number): StoredStep | undefined => line[index];
const escalate = (document: DocumentState, managers: Record<string, string>) =>
  escalated(
    document,
    AT,
    new Map(Object.entries(managers).map(([late, manager]) => [buildPerson(late).id, buildPerson(manager)])),
  );

describe("when a step is due", () => {
  it.each([
    ["the day is Korea's, just before midnight", "2026-11-23T23:59:59", 1, "2026-11-24T18:00"],
    ["and just after it", "2026-11-24T00:00:00", 1, "2026-11-25T18:00"],
    ["early or late on a day makes no difference", "2026-11-23T07:00:00", 2, "2026-11-25T18:00"],
    ["a Saturday waits for Monday", "2026-11-20T09:00:00", 1, "2026-11-23T18:00"],
    ["a Sunday, too", "2026-11-20T09:00:00", 2, "2026-11-23T18:00"],
    ["Monday is Monday", "2026-11-20T09:00:00", 3, "2026-11-23T18:00"],
    ["over the end of a year", "2026-12-31T20:00:00", 1, "2027-01-01T18:00"],
    ["the longest there is", "2026-11-01T12:00:00", 30, "2026-12-01T18:00"],
  ])("%s", (_name, opened, days, due) => {
    expect(dueAfter(seoul(opened), days, noHolidays)).toEqual(seoul(`${due}:00`));
  });

  it.each([
    ["a holiday waits for the next day", "2026-11-23T09:00:00", 2, ["2026-11-25"], "2026-11-26T18:00"],
    ["a Friday off for Monday", "2026-11-25T09:00:00", 2, ["2026-11-27"], "2026-11-30T18:00"],
    ["a weekend for what follows it", "2026-11-20T09:00:00", 1, ["2026-11-23", "2026-11-24"], "2026-11-25T18:00"],
    ["one before it takes nothing from it", "2026-11-23T09:00:00", 2, ["2026-11-24"], "2026-11-25T18:00"],
  ])("%s", (_name, opened, days, holidays, due) => {
    expect(dueAfter(seoul(opened), days, new Set(holidays as CalendarDate[]))).toEqual(seoul(`${due}:00`));
  });

  it("the reminder comes in the morning of that day", () => {
    expect(reminderBefore(seoul("2026-11-25T18:00:00"))).toEqual(seoul("2026-11-25T09:00:00"));
  });
});

describe("a line with deadlines", () => {
  const line = {
    steps: [
      { approvers: ["one"], dueInDays: 1 },
      { approvers: ["two"], dueInDays: 3 },
    ],
  };
  const document = buildSubmitted(line);

  it("gives a step its time from when it opens", () => {
    expect(stepAt(document, 0)?.dueAt).toEqual(seoul("2026-11-23T18:00:00"));
    expect(stepAt(document, 1)?.dueAt).toBeUndefined();
    const later = seoul("2026-11-24T20:00:00");
    const second = advanced(approve(document, "one", later), later);
    expect(second && stepAt(second, 1)?.dueAt).toEqual(seoul("2026-11-27T18:00:00"));
    expect(second?.nextDeadlineAt).toEqual(seoul("2026-11-27T09:00:00"));
  });

  it("is covered by the hash chain", () => {
    expect(verifyHistory(document).intact).toBe(true);
    const altered = document.line.map((step) => ({ ...step, dueAt: seoul("2026-12-31T18:00:00") }));
    expect(verifyHistory({ ...document, line: altered }).intact).toBe(false);
    const reminded: DocumentState = { ...document, nextDeadlineAt: null };
    expect(verifyHistory(reminded).intact).toBe(true);
  });

  it("waits for nothing before it is submitted, between two steps, and after its end", () => {
    expect(buildDraft(line).nextDeadlineAt).toBeUndefined();
    expect(approve(document, "one").nextDeadlineAt).toBeNull();
    const act = { at: AT, actor: buildPerson("one") };
    expect(rejected(document, act, buildPerson("one").id, "예산 초과").nextDeadlineAt).toBeNull();
    expect(withdrawn(document, act).nextDeadlineAt).toBeNull();
    expect(commented(document, act, "의견").nextDeadlineAt).toBe(document.nextDeadlineAt);
  });

  it.each([
    ["2026-11-23T08:59:59", null],
    ["2026-11-23T09:00:00", "remind"],
    ["2026-11-23T17:59:59", "remind"],
    ["2026-11-23T18:00:00", "escalate"],
  ])("at %s asks for %s", (now, move) => {
    expect(deadlineCall(document, seoul(now))?.move ?? null).toBe(move);
  });

  it("asks for nothing more between the reminder and the deadline", () => {
    const reminded = { ...document, nextDeadlineAt: seoul("2026-11-23T18:00:00") };
    expect(deadlineCall(reminded, seoul("2026-11-23T17:59:59"))).toBeNull();
    expect(deadlineCall(reminded, seoul("2026-11-23T18:00:00"))?.move).toBe("escalate");
  });
});

describe("a line without", () => {
  it("stores nothing of them, so that what was sealed before looks the same", () => {
    const document = buildSubmitted();
    expect(Object.keys(stepAt(document, 0) ?? {})).toEqual(["kind", "quorum", "state", "approvers"]);
    expect(document.nextDeadlineAt).toBeNull();
    expect(deadlineCall(document, seoul("2027-01-01T00:00:00"))).toBeNull();
  });
});

describe("an escalated step", () => {
  const steps = [{ approvers: ["one", "two"], dueInDays: 1 }, { approvers: ["three"] }];
  const running = buildSubmitted({ steps });
  const late = escalate(approve(running, "two"), { one: "boss", two: "chief" });
  const boss = lookerOf("boss");

  it("asks the managers of those who have not decided, and stands in the history", () => {
    expect(late.line[0]?.approvers[0]?.escalatedTo?.name).toBe("boss");
    expect(late.line[0]?.approvers[1]?.escalatedTo).toBeUndefined();
    expect(late.history.at(-1)).toMatchObject({ kind: "ESCALATED", step: 1, actor: null });
    expect(late.nextDeadlineAt).toBeNull();
    expect(verifyHistory(late).intact).toBe(true);
    expect(boxesOf(late)).toContain(`WAITING:${boss.id}`);
  });

  it("lets the manager open and decide it, for the late approver alone", () => {
    expect([running, late].map((document) => mayOpen(boss, document))).toEqual([false, true]);
    expect(refusalToDecide(boss, running)).toBe("approval.not-your-turn");
    expect(decidesFor(boss, late)?.name).toBe("one");
    expect(turnAmong(boss.id, [], toCard(late))?.name).toBe("one");
    expect(decidesFor(lookerOf("chief"), late)).toBeNull();
    expect(mayOpen(lookerOf("chief"), late)).toBe(false);
  });

  it("keeps both names, and leaves the manager's box and turn once it is decided", () => {
    const act = { at: AT, actor: buildPerson("boss"), onBehalfOf: buildPerson("one") };
    const decided = approved(late, act, buildPerson("one").id, null);
    expect(decided.line[0]?.approvers[0]).toMatchObject({ substitute: { name: "boss" }, decision: "APPROVED" });
    expect(decided.history.at(-1)).toMatchObject({ actor: { name: "boss" }, onBehalfOf: { name: "one" } });
    expect(boxesOf(decided)).not.toContain(`WAITING:${boss.id}`);
    expect(refusalToDecide(boss, decided)).toBe("approval.already-decided");
    expect(mayOpen(boss, decided)).toBe(true);
  });

  it("is not passed on to whoever stands in for the manager", () => {
    const deputy = { ...lookerOf("deputy"), standsInFor: [boss.id] };
    expect(decidesFor(deputy, late)).toBeNull();
    expect(mayOpen(deputy, late)).toBe(false);
  });

  it("never makes anybody decide their own document", () => {
    const own = escalate(running, { one: "writer" });
    expect(decidesFor(lookerOf("writer"), own)).toBeNull();
  });
});
