import type { SaveDraftInput } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { type TestContext, testContext } from "../testing/test-context";
import { listBox } from "./approvals.boxes.queries";
import { discardDraft, saveDraft, submit } from "./approvals.drafts.mutations";
import { suggestLine } from "./approvals.line.queries";
import { copyDocument, verifyDocument, viewDocument } from "./approvals.queries";
import { drawNumber } from "./approvals.store.mutations";

let test: TestContext;
let writer: EmployeeRow;
let approver: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  writer = await buildEmployee(test.ctx);
  approver = await buildEmployee(test.ctx, { name: "한지우" });
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const leave = (employee: EmployeeRow) =>
  test.ctx.mysql.manager.update(employees, { id: employee.id }, { status: "LEAVER" });
const nobodysId = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as EmployeeId;
const unfinished: SaveDraftInput = {
  formCode: "EXPENSE",
  title: "",
  values: { amountKrw: "많이" },
  line: [],
  referenceIds: [],
  readerIds: [],
  fileIds: [],
};

describe("a draft", () => {
  it("keeps whatever was typed, is saved over itself, and becomes the document", async () => {
    const saved = await saveDraft(as(writer), unfinished);
    expect(saved.version).toBe(1);
    const again = await saveDraft(as(writer), { ...expenseFor([approver.id]), draft: saved });
    expect(again).toEqual({ documentId: saved.documentId, version: 2 });
    expect(await viewDocument(as(writer), again)).toMatchObject({
      status: "DRAFT",
      number: null,
      allowedActions: ["edit", "discard"],
      amountKrw: 45_000,
    });

    const document = await submit(as(writer), { ...expenseFor([approver.id]), draft: again });
    expect(document).toMatchObject({ id: saved.documentId, version: 3, status: "IN_PROGRESS" });
    expect(await verifyDocument(as(writer), saved)).toMatchObject({ intact: true, entries: 1 });
    expect((await listBox(as(writer), { box: "DRAFTS", limit: 5 })).items).toEqual([]);
    await expectRefusal(submit(as(writer), { ...expenseFor([approver.id]), draft: again }), "approval.not-a-draft");
    await expectRefusal(
      saveDraft(as(writer), { ...unfinished, draft: { ...again, version: 3 } }),
      "approval.not-a-draft",
    );
    await expectRefusal(discardDraft(as(writer), { ...again, version: 3 }), "approval.not-a-draft");
  });

  it("in two tabs: the second save is told, and of ten submissions one counts", async () => {
    const draft = await saveDraft(as(writer), unfinished);
    await saveDraft(as(writer), { ...unfinished, title: "한쪽", draft });
    await expectRefusal(
      saveDraft(as(writer), { ...unfinished, title: "다른 쪽", draft }),
      "approval.changed-meanwhile",
    );
    const seen = { ...draft, version: 2 };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => submit(as(writer), { ...expenseFor([approver.id]), draft: seen })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listBox(as(approver), { box: "WAITING", limit: 20 })).items).toHaveLength(1);
  });

  it("is discarded by its writer only, at the version they saw", async () => {
    const draft = await saveDraft(as(writer), unfinished);
    await expectRefusal(discardDraft(as(approver), draft), "approval.not-found");
    await expectRefusal(discardDraft(as(writer), { ...draft, version: 7 }), "approval.changed-meanwhile");
    await discardDraft(as(writer), draft);
    await expectRefusal(viewDocument(as(writer), draft), "approval.not-found");
  });

  it("drops fields the form does not have, however dangerous their names", async () => {
    const values = { amountKrw: 1000, $where: "1", "a.b": "x" };
    const { documentId } = await saveDraft(as(writer), { ...unfinished, values });
    expect((await viewDocument(as(writer), { documentId })).values).toEqual({ amountKrw: 1000 });
  });
});

describe("E46: a submission is refused", () => {
  it("with an approver who has left, or is nobody", async () => {
    const leaver = await buildEmployee(test.ctx, { name: "퇴사자" });
    await leave(leaver);
    const refusal = await expectRefusal(
      submit(as(writer), expenseFor([approver.id, leaver.id])),
      "approval.approver-unavailable",
    );
    expect(refusal.params).toEqual({ name: "퇴사자" });
    await expectRefusal(submit(as(writer), expenseFor([nobodysId])), "approval.approver-unavailable");
  });

  it("with the requester on the line, the same approver twice, or a reference who is gone", async () => {
    const leaver = await buildEmployee(test.ctx);
    await leave(leaver);
    await expectRefusal(submit(as(writer), expenseFor([approver.id, writer.id])), "approval.requester-in-line");
    await expectRefusal(submit(as(writer), expenseFor([approver.id, approver.id])), "approval.same-approver-twice");
    await expectRefusal(
      submit(as(writer), { ...expenseFor([approver.id]), referenceIds: [leaver.id] }),
      "employee.inactive",
    );
    await expectRefusal(
      submit(as(writer), { ...expenseFor([approver.id]), readerIds: [nobodysId] }),
      "employee.not-found",
    );
  });

  it("with a form that is not complete, naming the fields", async () => {
    const { fields } = await expectRefusal(
      submit(as(writer), { ...expenseFor([approver.id]), values: { amountKrw: 0 } }),
      "approval.form-incomplete",
    );
    expect(fields).toEqual({
      "values.amountKrw": "amount.malformed",
      "values.spentOn": "text.required",
      "values.content": "text.required",
    });
  });

  it("and leaves nothing behind", async () => {
    await expectRefusal(submit(as(writer), expenseFor([writer.id])), "approval.requester-in-line");
    expect(await documentModel(test.ctx.mongo).countDocuments({ "requester.id": writer.id })).toBe(0);
  });
});

describe("numbers", () => {
  it("are unique when many submit at once, and count per form and Korean year", async () => {
    test.clock.set("2029-12-31T23:30:00+09:00");
    const submitting = Array.from({ length: 20 }, () => submit(as(writer), expenseFor([approver.id])));
    const numbers = (await Promise.all(submitting)).map(({ number }) => number);
    expect([...numbers].sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => `EXP-2029-${String(index + 1).padStart(6, "0")}`),
    );
    test.clock.set("2030-01-01T00:30:00+09:00");
    expect((await submit(as(writer), expenseFor([approver.id]))).number).toBe("EXP-2030-000001");
    test.clock.set("2026-11-20T09:00:00+09:00");
  });

  it("are unique from the first moment of each year", async () => {
    for (let year = 2031; year < 2051; year += 1) {
      test.clock.set(`${year}-01-01T00:00:00+09:00`);
      const numbers = await Promise.all(Array.from({ length: 10 }, () => drawNumber(test.ctx, "PROJECT")));
      expect(new Set(numbers).size).toBe(10);
    }
    test.clock.set("2026-11-20T09:00:00+09:00");
  });
});

it("text that no store returns as it was written still verifies", async () => {
  const odd = "반쪽 \ud83d 그리고 \0 끝";
  const values = { amountKrw: 1_000_000_000_000, spentOn: "2026-11-19", content: odd };
  const { id } = await submit(as(writer), { ...expenseFor([approver.id]), title: odd, values });
  expect(await verifyDocument(as(writer), { documentId: id })).toMatchObject({ intact: true });
});

it("a copy takes the content and today's people, without those who have left", async () => {
  const leaver = await buildEmployee(test.ctx);
  const input = { ...expenseFor([approver.id, leaver.id]), referenceIds: [leaver.id] };
  const { id } = await submit(as(writer), input);
  await leave(leaver);
  await test.ctx.mysql.manager.update(employees, { id: approver.id }, { position: "BUJANG" });
  const copy = await copyDocument(as(writer), { documentId: id });
  expect(copy).toMatchObject({ title: "지출 신청", values: input.values, references: [] });
  expect(copy.line.map(({ approvers }) => approvers.map(({ name, position }) => [name, position]))).toEqual([
    [["한지우", "BUJANG"]],
  ]);
  await expectRefusal(copyDocument(as(approver), { documentId: id }), "approval.not-the-drafter");
});

it("suggests the managers up the tree, and finance for large expenses", async () => {
  const head = await buildEmployee(test.ctx, { name: "대표", role: "MANAGER" });
  const division = await buildEmployee(test.ctx, { name: "본부장", role: "MANAGER", managerId: head.id });
  const team = await buildEmployee(test.ctx, { name: "팀장", role: "MANAGER", managerId: division.id });
  const person = await buildEmployee(test.ctx, { managerId: team.id });
  const finance = await buildDepartment(test.ctx, { code: "FINANCE" });
  await buildEmployee(test.ctx, { name: "재무 직원", departmentId: finance.id });
  await buildEmployee(test.ctx, { name: "재무팀장", role: "MANAGER", departmentId: finance.id });
  const names = async (amountKrw: number | undefined) =>
    (await suggestLine(as(person), { formCode: "EXPENSE", amountKrw })).line.flatMap(({ approvers }) =>
      approvers.map(({ name }) => name),
    );
  expect(await names(undefined)).toEqual(["팀장"]);
  expect(await names(5_000_000)).toEqual(["팀장", "본부장"]);
  expect(await names(50_000_000)).toEqual(["팀장", "본부장", "재무팀장", "대표"]);
  const nobody = { line: [], required: [] };
  expect(await suggestLine(as(head), { formCode: "PROJECT", amountKrw: 50_000_000 })).toEqual(nobody);
});
