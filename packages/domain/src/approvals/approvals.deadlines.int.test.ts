import type { SubmitInput } from "@erp/contracts/approvals";
import type { Period } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import { nameSubstituteInput } from "@erp/contracts/substitutions";
import { documentCollection } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { openRedis } from "@erp/db/redis/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../new-id";
import { listNotifications } from "../notifications/notifications.queries";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { countBoxes, listBox } from "./approvals.boxes.queries";
import { meetDeadlines } from "./approvals.deadlines.mutations";
import { saveDraft, submit } from "./approvals.drafts.mutations";
import { approve, comment, reject, withdraw } from "./approvals.mutations";
import { copyDocument, verifyDocument, viewDocument } from "./approvals.queries";
import { rebuildQueues } from "./approvals.queues.mutations";
import { storeRequestedDocument } from "./approvals.requests.mutations";
import { nameSubstitute } from "./approvals.substitutions.mutations";

const OPENED = "2026-11-23T14:00:00+09:00";
const REMINDER = "2026-11-25T09:00:00+09:00";
const DUE = "2026-11-25T18:00:00+09:00";

let test: TestContext;
let writer: EmployeeRow;
let chief: EmployeeRow;
let boss: EmployeeRow;
let approver: EmployeeRow;
let stranger: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
  await rebuildQueues(test.ctx);
});
afterAll(() => test.close());

beforeEach(async () => {
  test.clock.set(OPENED);
  // What other tests have left behind is due no more.
  await documentCollection(test.ctx.mongo).updateMany({}, { $set: { nextDeadlineAt: null } });
  writer = await buildEmployee(test.ctx, { name: "기안자" });
  chief = await buildEmployee(test.ctx, { name: "정대표", role: "MANAGER" });
  boss = await buildEmployee(test.ctx, { name: "박부장", role: "MANAGER", managerId: chief.id });
  approver = await buildEmployee(test.ctx, { name: "오차장", role: "MANAGER", managerId: boss.id });
  stranger = await buildEmployee(test.ctx, { role: "MANAGER" });
});

const as = (person: EmployeeRow) => actingAs(test.ctx, person);

/** An expense whose every step is to be decided within two days. */
function dueExpense(...approvers: EmployeeRow[]): SubmitInput {
  const expense = expenseFor(approvers.map(({ id }) => id));
  return { ...expense, line: expense.line.map((step) => ({ ...step, dueInDays: 2 })) };
}

const write = (...approvers: EmployeeRow[]) => submit(as(writer), dueExpense(...approvers));
const waiting = async (person: EmployeeRow, search?: string) =>
  (await listBox(as(person), { box: "WAITING", limit: 20, search })).items;

async function lateDocument(...approvers: EmployeeRow[]) {
  test.clock.set(OPENED);
  const { id: documentId } = await write(...approvers);
  test.clock.set(DUE);
  await meetDeadlines(test.ctx);
  await settleEvents(test.ctx, 2);
  const { version } = await viewDocument(as(writer), { documentId });
  return { documentId, version };
}

/** Names the events still waiting in the document. */
async function eventsOf(documentId: DocumentId): Promise<string[]> {
  const stored = await documentCollection(test.ctx.mongo).findOne({ _id: documentId });
  return (stored?.outbox ?? []).map(({ message }) => JSON.parse(message).name);
}

const toldTo = async (person: EmployeeRow) =>
  (await listNotifications(as(person), { unreadOnly: false, limit: 20 })).items.map(({ kind, actor }) => ({
    kind,
    actor: actor?.name,
  }));

describe("a step with a deadline", () => {
  it("keeps it from the draft on, in copies, and on the waiting card", async () => {
    const draft = await saveDraft(as(writer), dueExpense(approver, stranger));
    const { id: documentId } = await submit(as(writer), { ...dueExpense(approver, stranger), draft });
    const { line } = await viewDocument(as(approver), { documentId });
    expect(line.map(({ dueInDays, dueAt }) => [dueInDays, dueAt])).toEqual([
      [2, new Date(DUE)],
      [2, null],
    ]);
    expect(await waiting(approver)).toMatchObject([{ id: documentId, dueAt: new Date(DUE) }]);
    expect((await copyDocument(as(writer), { documentId })).line).toMatchObject([{ dueInDays: 2 }, { dueInDays: 2 }]);
  });

  it("is due after Christmas and the weekend behind it, at the first step as at the next one", async () => {
    test.clock.set("2026-12-23T14:00:00+09:00");
    const { id: documentId, version } = await write(approver, stranger);
    await approve(as(approver), { documentId, version });
    await settleEvents(test.ctx);
    const monday = new Date("2026-12-28T18:00:00+09:00");
    const { line } = await viewDocument(as(writer), { documentId });
    expect(line.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ["APPROVED", monday],
      ["OPEN", monday],
    ]);
  });

  it("is due after holidays also in a document that leave asks for, stored later than it was asked for", async () => {
    test.clock.set("2026-12-26T10:00:00+09:00");
    const documentId = newId<DocumentId>(test.ctx.clock);
    await storeRequestedDocument(test.ctx, {
      documentId,
      requesterId: writer.id,
      formCode: "ANNUAL_LEAVE",
      title: "연차",
      values: { period: { from: "2026-12-28", to: "2026-12-28" } as Period, part: "FULL", leaveMinutes: 480 },
      line: [{ kind: "APPROVAL", quorum: "ALL", approverIds: [approver.id], dueInDays: 1 }],
      referenceIds: [],
      requestedAt: "2026-12-24T05:00:00.000Z",
    });
    const { line } = await viewDocument(as(writer), { documentId });
    expect(line).toMatchObject([{ dueInDays: 1, dueAt: new Date("2026-12-28T18:00:00+09:00") }]);
  });

  it("is reminded of and escalated exactly once, however many look at it at once", async () => {
    const { id: documentId } = await write(approver);
    await settleEvents(test.ctx);
    expect(await meetDeadlines(test.ctx)).toEqual({ reminded: 0, escalated: 0 });
    test.clock.set(REMINDER);
    const runs = await Promise.all([1, 2, 3, 4, 5].map(() => meetDeadlines(test.ctx)));
    expect(runs.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
    expect(await eventsOf(documentId)).toEqual(["approval.due-soon"]);
    test.clock.set(DUE);
    const later = await Promise.all([1, 2, 3, 4, 5].map(() => meetDeadlines(test.ctx)));
    expect(later.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(1);
    expect(await eventsOf(documentId)).toEqual(["approval.due-soon", "approval.overdue"]);
    expect(await meetDeadlines(test.ctx)).toEqual({ reminded: 0, escalated: 0 });
    expect(await verifyDocument(as(writer), { documentId })).toMatchObject({ intact: true });
  });

  it("E45: a reminder makes no open page stale, and a move made beside it brings no second one", async () => {
    const { id: documentId, version } = await write(approver);
    test.clock.set(REMINDER);
    await Promise.all([
      meetDeadlines(test.ctx),
      comment(as(approver), { documentId, text: "내일 볼게요." }),
      comment(as(writer), { documentId, text: "고마워요." }),
    ]);
    await meetDeadlines(test.ctx);
    expect((await eventsOf(documentId)).filter((name) => name === "approval.due-soon")).toHaveLength(1);
    const { version: now } = await viewDocument(as(approver), { documentId });
    expect(now).toBe(version + 2);
    await approve(as(approver), { documentId, version: now });
    test.clock.set(DUE);
    expect(await meetDeadlines(test.ctx)).toEqual({ reminded: 0, escalated: 0 });
  });

  it("tells the approver and their substitute of the deadline, once", async () => {
    const period = { from: "2026-11-23", to: "2026-11-27" } as Period;
    await nameSubstitute(
      as(approver),
      nameSubstituteInput.parse({ substituteId: stranger.id, period, reason: "출장" }),
    );
    await write(approver);
    test.clock.set(REMINDER);
    await meetDeadlines(test.ctx);
    await settleEvents(test.ctx, 3);
    const dueSoon = { kind: "APPROVAL_DUE_SOON", actor: "기안자" };
    for (const person of [approver, stranger]) {
      expect((await toldTo(person)).filter(({ kind }) => kind === "APPROVAL_DUE_SOON")).toEqual([dueSoon]);
    }
    expect(await toldTo(boss)).toEqual([]);
  });

  it("gives the next step its time when the worker opens it", async () => {
    const { id: documentId, version } = await write(approver, stranger);
    test.clock.set(REMINDER);
    await approve(as(approver), { documentId, version });
    await settleEvents(test.ctx);
    const { line } = await viewDocument(as(writer), { documentId });
    expect(line[1]?.dueAt).toEqual(new Date("2026-11-27T18:00:00+09:00"));
    test.clock.set("2026-11-27T18:00:00+09:00");
    expect(await meetDeadlines(test.ctx)).toEqual({ reminded: 0, escalated: 1 });
  });
});

describe("once a deadline has passed", () => {
  it("the approver's manager is told, finds it waiting and decides; both names stand in the history", async () => {
    const { documentId, version } = await lateDocument(approver);
    expect(await toldTo(boss)).toEqual([{ kind: "APPROVAL_ESCALATED", actor: "오차장" }]);
    expect(await toldTo(writer)).toEqual([{ kind: "APPROVAL_OVERDUE", actor: undefined }]);
    expect(await toldTo(approver)).toContainEqual({ kind: "APPROVAL_OVERDUE", actor: undefined });
    const card = { id: documentId, onBehalfOf: { name: "오차장" } };
    expect(await waiting(boss)).toMatchObject([card]);
    expect(await waiting(boss, "택시")).toMatchObject([card]);
    expect((await countBoxes(as(boss))).WAITING).toBe(1);
    const decided = await approve(as(boss), { documentId, version });
    expect(decided.line[0]?.approvers[0]).toMatchObject({ person: { name: "오차장" }, substitute: { name: "박부장" } });
    await settleEvents(test.ctx);
    const now = await viewDocument(as(boss), { documentId });
    expect(now.status).toBe("APPROVED");
    expect(now.history.map(({ kind }) => kind)).toEqual(["SUBMITTED", "ESCALATED", "APPROVED_STEP", "COMPLETED"]);
    expect(now.history[2]).toMatchObject({ actor: { name: "박부장" }, onBehalfOf: { name: "오차장" } });
    expect(await verifyDocument(as(boss), { documentId })).toMatchObject({ intact: true });
    expect(await waiting(boss)).toEqual([]);
    expect(await waiting(approver)).toEqual([]);
  });

  it("the manager is told what is said on the document, and that it was taken back", async () => {
    const { documentId } = await lateDocument(approver);
    const { version } = await comment(as(writer), { documentId, text: "급해요" });
    await withdraw(as(writer), { documentId, version });
    await settleEvents(test.ctx, 2);
    expect((await toldTo(boss)).map(({ kind }) => kind).sort()).toEqual([
      "APPROVAL_COMMENTED",
      "APPROVAL_ESCALATED",
      "APPROVAL_WITHDRAWN",
    ]);
  });

  it("E45: the late approver may still decide; at once with the manager there is one decision", async () => {
    const { documentId, version } = await lateDocument(approver);
    const outcomes = await Promise.allSettled([
      approve(as(approver), { documentId, version }),
      reject(as(boss), { documentId, version, reason: "예산 초과" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("E47: nobody else gets anything by it: not before, not strangers, not the manager's manager or substitute", async () => {
    const period = { from: "2026-11-23", to: "2026-11-27" } as Period;
    await nameSubstitute(as(boss), nameSubstituteInput.parse({ substituteId: stranger.id, period, reason: "출장" }));
    const { id, version: seen } = await write(approver);
    await expectRefusal(viewDocument(as(boss), { documentId: id }), "approval.not-found");
    await expectRefusal(approve(as(boss), { documentId: id, version: seen }), "approval.not-your-turn");
    const { documentId, version } = await lateDocument(approver);
    for (const person of [stranger, chief]) {
      await expectRefusal(viewDocument(as(person), { documentId }), "approval.not-found");
      await expectRefusal(approve(as(person), { documentId, version }), "approval.not-your-turn");
      expect(await waiting(person)).toEqual([]);
      expect(await waiting(person, "택시")).toEqual([]);
      expect((await countBoxes(as(person))).WAITING).toBe(0);
    }
  });

  it("what the manager's substitute may not decide takes no room on a page of what they may", async () => {
    const period = { from: "2026-11-23", to: "2026-11-27" } as Period;
    await nameSubstitute(as(boss), nameSubstituteInput.parse({ substituteId: stranger.id, period, reason: "출장" }));
    await write(approver);
    await write(approver);
    test.clock.set(DUE);
    await meetDeadlines(test.ctx);
    await settleEvents(test.ctx);
    const { id: first } = await submit(as(writer), expenseFor([boss.id]));
    const { id: second } = await submit(as(writer), expenseFor([boss.id]));
    const page = await listBox(as(stranger), { box: "WAITING", limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([first]);
    const rest = await listBox(as(stranger), { box: "WAITING", limit: 1, cursor: page.nextCursor ?? undefined });
    expect(rest).toMatchObject({ items: [{ id: second }], nextCursor: null });
  });

  it("it goes to nobody where there is no manager, or the requester is it; the requester is told all the same", async () => {
    const alone = await buildEmployee(test.ctx, { name: "한대표" });
    const report = await buildEmployee(test.ctx, { managerId: writer.id });
    for (const person of [alone, report]) {
      const { documentId } = await lateDocument(person);
      const { line, history } = await viewDocument(as(writer), { documentId });
      expect(line[0]?.approvers[0]?.escalatedTo).toBeNull();
      expect(history.at(-1)?.kind).toBe("ESCALATED");
    }
    expect(await toldTo(writer)).toEqual([
      { kind: "APPROVAL_OVERDUE", actor: undefined },
      { kind: "APPROVAL_OVERDUE", actor: undefined },
    ]);
  });

  it("the queues can be made anew, and without Redis the box is the same", async () => {
    const { documentId } = await lateDocument(approver);
    const redis = openRedis("redis://127.0.0.1:1");
    redis.disconnect();
    const stored = await listBox({ ...as(boss), redis }, { box: "WAITING", limit: 20 });
    await rebuildQueues(test.ctx);
    expect(await waiting(boss)).toEqual(stored.items);
    expect(stored.items).toMatchObject([{ id: documentId, dueAt: new Date(DUE), onBehalfOf: { name: "오차장" } }]);
  });
});
