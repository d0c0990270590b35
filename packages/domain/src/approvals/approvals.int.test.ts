import type { SubmitInput } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { listBox } from "./approvals.boxes.queries";
import { submit } from "./approvals.drafts.mutations";
import { approve, approveMany, comment, reject, withdraw } from "./approvals.mutations";
import { verifyDocument, viewDocument } from "./approvals.queries";

let test: TestContext;
let writer: EmployeeRow;
let first: EmployeeRow;
let second: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  writer = await buildEmployee(test.ctx, { name: "김도윤" });
  first = await buildEmployee(test.ctx, { name: "한지우", role: "MANAGER" });
  second = await buildEmployee(test.ctx, { name: "오세훈", role: "MANAGER" });
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const boxOf = async (employee: EmployeeRow, box: "WAITING" | "UPCOMING" | "MINE" | "DONE") =>
  (await listBox(as(employee), { box, limit: 30 })).items.map(({ id }) => id);

/** A submitted expense with one step per approver. */
function submitted(approvers: EmployeeRow[], changes: Partial<SubmitInput> = {}) {
  return submit(as(writer), { ...expenseFor(approvers.map(({ id }) => id)), ...changes });
}

describe("a document of one step", () => {
  it("E41: a submitted expense waits for its approver and lies among the requester's own", async () => {
    const document = await submitted([first]);
    expect(document).toMatchObject({
      status: "IN_PROGRESS",
      title: "지출 신청",
      currentStep: 1,
      requester: { name: "김도윤" },
    });
    expect(document.number).toMatch(/^EXP-2026-\d{6}$/);
    expect(await boxOf(first, "WAITING")).toEqual([document.id]);
    expect(await boxOf(writer, "MINE")).toEqual([document.id]);
    const stored = await documentModel(test.ctx.mongo).findById(document.id).lean();
    expect(stored?.outbox.map(({ message }) => JSON.parse(message))).toMatchObject([
      {
        name: "approval.submitted",
        key: document.id,
        actorId: writer.id,
        data: { documentId: document.id, version: 1 },
      },
    ]);
  });

  it("is complete once the worker has had the decision, and stays verifiable", async () => {
    const document = await submitted([first]);
    const decided = await approve(as(first), {
      documentId: document.id,
      version: document.version,
      comment: "수고하셨어요",
    });
    expect(decided).toMatchObject({ status: "IN_PROGRESS", version: 2, line: [{ state: "APPROVED" }] });
    await settleDocuments(test.ctx);
    const complete = await viewDocument(as(writer), { documentId: document.id });
    expect(complete).toMatchObject({
      status: "APPROVED",
      version: 3,
      currentStep: null,
      completedAt: test.clock.now(),
    });
    expect(await verifyDocument(as(writer), { documentId: document.id })).toMatchObject({ intact: true, entries: 3 });
    expect(await boxOf(first, "DONE")).toEqual([document.id]);
  });

  it("E50: the timeline tells who decided what, when and why", async () => {
    const document = await submitted([first]);
    await comment(as(writer), { documentId: document.id, text: "급해요" });
    test.clock.advance(60_000);
    const { history } = await reject(as(first), { documentId: document.id, version: 2, reason: "예산 초과" });
    expect(history.map(({ kind, actor, text, step }) => [kind, actor?.name, text, step])).toEqual([
      ["SUBMITTED", "김도윤", null, null],
      ["COMMENTED", "김도윤", "급해요", null],
      ["REJECTED", "한지우", "예산 초과", 1],
    ]);
    expect(history[2]?.at).toEqual(test.clock.now());
  });
});

describe("a document of two steps", () => {
  it("E42: the second approver's turn comes after the first, then the document is approved", async () => {
    const { id } = await submitted([first, second]);
    expect(await boxOf(second, "WAITING")).toEqual([]);
    expect(await boxOf(second, "UPCOMING")).toEqual([id]);
    await expectRefusal(approve(as(second), { documentId: id, version: 1 }), "approval.not-your-turn");

    await approve(as(first), { documentId: id, version: 1 });
    await settleDocuments(test.ctx);
    expect(await boxOf(second, "WAITING")).toEqual([id]);
    const open = await viewDocument(as(second), { documentId: id });
    expect(open.allowedActions).toEqual(["approve", "reject", "comment"]);

    await approve(as(second), { documentId: id, version: open.version });
    await settleDocuments(test.ctx);
    expect(await viewDocument(as(writer), { documentId: id })).toMatchObject({ status: "APPROVED" });
  });

  it("E43: a rejection ends it with its reason; nobody can approve it afterwards", async () => {
    const { id } = await submitted([first, second]);
    await reject(as(first), { documentId: id, version: 1, reason: "예산 초과" });
    await settleDocuments(test.ctx);
    const document = await viewDocument(as(writer), { documentId: id });
    expect(document).toMatchObject({
      status: "REJECTED",
      line: [{ state: "REJECTED", approvers: [{ comment: "예산 초과" }] }, { state: "VOID" }],
    });
    for (const person of [first, second]) {
      await expectRefusal(
        approve(as(person), { documentId: id, version: document.version }),
        "approval.already-closed",
      );
      await expectRefusal(
        reject(as(person), { documentId: id, version: document.version, reason: "x" }),
        "approval.already-closed",
      );
    }
    expect(await boxOf(second, "UPCOMING")).toEqual([]);
    expect(await viewDocument(as(writer), { documentId: id })).toEqual(document);
  });

  it("E48: the requester withdraws it and it leaves every queue", async () => {
    const { id } = await submitted([first, second]);
    await expectRefusal(withdraw(as(first), { documentId: id, version: 1 }), "approval.not-the-drafter");
    expect(await withdraw(as(writer), { documentId: id, version: 1 })).toMatchObject({ status: "WITHDRAWN" });
    expect(await boxOf(first, "WAITING")).toEqual([]);
    expect(await boxOf(second, "UPCOMING")).toEqual([]);
    await expectRefusal(approve(as(first), { documentId: id, version: 2 }), "approval.already-closed");
    await expectRefusal(withdraw(as(writer), { documentId: id, version: 2 }), "approval.already-closed");
  });
});

describe("E44: who may not decide", () => {
  it("refuses a stranger and an unknown document alike, a reference, and the requester", async () => {
    const stranger = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
    const reference = await buildEmployee(test.ctx);
    const { id, version } = await submitted([first], { referenceIds: [reference.id] });
    const decision = { documentId: id, version };
    await expectRefusal(approve(as(stranger), decision), "approval.not-your-turn");
    await expectRefusal(approve(as(second), decision), "approval.not-your-turn");
    await expectRefusal(
      approve(as(second), { ...decision, documentId: "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId }),
      "approval.not-your-turn",
    );
    await expectRefusal(approve(as(reference), decision), "approval.not-your-turn");
    await expectRefusal(reject(as(writer), { ...decision, reason: "x" }), "approval.own-document");
    expect(await viewDocument(as(writer), { documentId: id })).toMatchObject({ version, line: [{ state: "OPEN" }] });
  });
});

describe("E45: at once", () => {
  it("20 parallel decisions of one approver give one decision and 19 conflicts", async () => {
    const { id, version } = await submitted([first]);
    const tabs = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? approve(as(first), { documentId: id, version })
        : reject(as(first), { documentId: id, version, reason: "안 돼요" }),
    );
    const results = await Promise.allSettled(tabs);
    const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
    expect(refusals).toHaveLength(19);
    for (const code of refusals)
      expect(["approval.already-decided", "approval.already-closed", "approval.changed-meanwhile"]).toContain(code);
    const stored = await documentModel(test.ctx.mongo).findById(id).lean();
    expect(stored).toMatchObject({ version: version + 1, history: [{ kind: "SUBMITTED" }, {}] });
    expect(stored?.outbox).toHaveLength(2);
  });

  it("two approvers of one step who saw the same version: one decides, the other is told", async () => {
    const line = [{ kind: "APPROVAL" as const, quorum: "ALL" as const, approverIds: [first.id, second.id] }];
    const { id, version } = await submitted([], { line });
    const results = await Promise.allSettled(
      [first, second].map((person) => approve(as(person), { documentId: id, version })),
    );
    const codes = results.map((result) => (result.status === "rejected" ? result.reason.code : "ok"));
    expect(codes.sort()).toEqual(["approval.changed-meanwhile", "ok"]);
    const now = await viewDocument(as(writer), { documentId: id });
    const late = now.line[0]?.approvers.find(({ decision }) => decision === null);
    const decided = await approve(as(late?.person.id === first.id ? first : second), {
      documentId: id,
      version: now.version,
    });
    expect(decided.line[0]?.state).toBe("APPROVED");
  });

  it("a decision taken on an old version is refused, also after a mere comment", async () => {
    const { id, version } = await submitted([first]);
    await comment(as(writer), { documentId: id, text: "금액을 확인해 주세요" });
    await expectRefusal(approve(as(first), { documentId: id, version }), "approval.changed-meanwhile");
  });

  it("20 people's comments are all kept, in one unbroken chain", async () => {
    const { id } = await submitted([first, second]);
    const talking = Array.from({ length: 20 }, (_, index) =>
      comment(as([writer, first, second][index % 3] ?? writer), { documentId: id, text: `의견 ${index}` }),
    );
    await Promise.all(talking);
    expect(await verifyDocument(as(writer), { documentId: id })).toMatchObject({ intact: true, entries: 21 });
  });

  it("withdrawing and approving at once: one of them happens", async () => {
    const { id, version } = await submitted([first]);
    const results = await Promise.allSettled([
      withdraw(as(writer), { documentId: id, version }),
      approve(as(first), { documentId: id, version }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await verifyDocument(as(writer), { documentId: id })).toMatchObject({ intact: true, entries: 2 });
  });
});

it("several at once: each document has its own result, in order", async () => {
  const open = await submitted([first]);
  const closed = await submitted([first]);
  await withdraw(as(writer), { documentId: closed.id, version: 1 });
  const foreign = await submitted([second]);
  const documents = [open, closed, foreign].map(({ id }) => ({ documentId: id, version: 1 }));
  expect((await approveMany(as(first), { documents })).map(({ outcome, code }) => [outcome, code])).toEqual([
    ["APPROVED", null],
    ["REFUSED", "approval.already-closed"],
    ["REFUSED", "approval.not-your-turn"],
  ]);
});
