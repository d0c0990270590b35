import type { Box } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { nameSubstituteInput } from "@erp/contracts/substitutions";
import { documentCollection, documentModel } from "@erp/db/mongo/models/approval-document";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { uploadFile } from "../files/files.mutations";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { type TestContext, testContext } from "../testing/test-context";
import { listBox } from "./approvals.boxes.queries";
import { discardDraft, submit } from "./approvals.drafts.mutations";
import { readDocumentFile } from "./approvals.files.queries";
import { reject, withdraw } from "./approvals.mutations";
import { verifyDocument, viewDocument } from "./approvals.queries";
import { revise } from "./approvals.revisions.mutations";
import { listRevisions } from "./approvals.revisions.queries";
import { nameSubstitute } from "./approvals.substitutions.mutations";

let test: TestContext;
let writer: EmployeeRow;
let first: EmployeeRow;
let second: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());
afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  [writer, first, second] = [
    await buildEmployee(test.ctx),
    await buildEmployee(test.ctx),
    await buildEmployee(test.ctx),
  ];
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const rejectedExpense = async (input = expenseFor([first.id])) => {
  const { id, version } = await submit(as(writer), input);
  return reject(as(first), { documentId: id, version, reason: "영수증이 없어요" });
};

describe("a revision", () => {
  it("begins with all of the rejected document, its files too, and keeps the family's number", async () => {
    const { id: fileId } = await uploadFile(as(writer), { name: "영수증.pdf", base64: btoa("%PDF-1.7") });
    const source = await rejectedExpense({ ...expenseFor([first.id, second.id]), fileIds: [fileId] });
    const draft = await revise(as(writer), { documentId: source.id });
    const begun = await viewDocument(as(writer), draft);
    expect(begun).toMatchObject({ title: source.title, values: source.values, files: source.files, revision: 2 });
    expect(begun.line.map(({ state }) => state)).toEqual(["PENDING", "PENDING"]);

    const revised = await submit(as(writer), {
      ...expenseFor([second.id]),
      fileIds: [fileId],
      title: "고친 지출",
      draft,
    });
    expect(revised).toMatchObject({ number: `${source.number}-R2`, revision: 2, status: "IN_PROGRESS" });
    expect(await readDocumentFile(as(second), { documentId: revised.id, fileId })).toMatchObject({
      name: "영수증.pdf",
    });
    expect(await verifyDocument(as(second), { documentId: revised.id })).toMatchObject({ intact: true });
    const found = await listBox(as(second), { box: "WAITING", search: String(revised.number), limit: 5 });
    expect(found.items).toMatchObject([{ id: revised.id, revision: 2 }]);
  });

  it("leaves the document it revises as it was", async () => {
    const source = await rejectedExpense();
    const stored = () => documentModel(test.ctx.mongo).findById(source.id, { outbox: 0, hasOutbox: 0 }).lean();
    const before = await stored();
    const draft = await revise(as(writer), { documentId: source.id });
    await submit(as(writer), { ...expenseFor([first.id]), draft });
    expect(await stored()).toEqual(before);
  });

  it("is one draft, however many tabs ask for it at once, and none after it was submitted", async () => {
    const { id: documentId } = await rejectedExpense();
    const asked = await Promise.all(Array.from({ length: 5 }, () => revise(as(writer), { documentId })));
    const [draft] = asked;
    if (!draft) throw new Error("five were asked for");
    expect(new Set(asked.map((each) => each.documentId)).size).toBe(1);
    await discardDraft(as(writer), draft);
    const again = await revise(as(writer), { documentId });
    expect(again.documentId).not.toBe(draft.documentId);
    await submit(as(writer), { ...expenseFor([first.id]), draft: again });
    await expectRefusal(revise(as(writer), { documentId }), "approval.already-revised");
  });

  it("leaves out who has gone", async () => {
    const { id: documentId } = await rejectedExpense(expenseFor([first.id, second.id]));
    await test.ctx.mysql.manager.update(employees, { id: second.id }, { status: "LEAVER" });
    const begun = await viewDocument(as(writer), await revise(as(writer), { documentId }));
    expect(begun.line.map(({ approvers }) => approvers.map(({ person }) => person.id))).toEqual([[first.id]]);
  });

  it("is only for what was sent back or taken back, and only for its writer", async () => {
    const running = await submit(as(writer), expenseFor([first.id]));
    await expectRefusal(revise(as(writer), { documentId: running.id }), "approval.not-to-revise");
    const source = await withdraw(as(writer), { documentId: running.id, version: running.version });
    await expectRefusal(revise(as(first), { documentId: source.id }), "approval.not-the-drafter");
    expect(await revise(as(writer), { documentId: source.id })).toMatchObject({ version: 1 });
  });
});

describe("the search by number", () => {
  it("finds all revisions of the family that are in the box, and by a revision's number that one", async () => {
    const one = await rejectedExpense();
    const draft = await revise(as(writer), { documentId: one.id });
    const two = await submit(as(writer), { ...expenseFor([second.id]), draft });
    await reject(as(second), { documentId: two.id, version: two.version, reason: "아직도 없어요" });
    await rejectedExpense();

    const found = async (employee: EmployeeRow, box: Box, search: string) =>
      (await listBox(as(employee), { box, search, limit: 5 })).items.map(({ id }) => id).sort();
    const number = String(one.number);
    expect(await found(writer, "MINE", number)).toEqual([one.id, two.id].sort());
    expect(await found(writer, "MINE", `${number}-R2`)).toEqual([two.id]);
    expect(await found(writer, "MINE", `${number}-R3`)).toEqual([]);
    expect(await found(first, "DONE", number)).toEqual([one.id]);
    expect(await found(second, "DONE", number)).toEqual([two.id]);
    expect(await found(first, "DONE", `${number}-R2`)).toEqual([]);
  });
});

describe("the chain of revisions", () => {
  it("says why each came back and what the next one changed", async () => {
    const one = await rejectedExpense();
    const two = await submit(as(writer), {
      ...expenseFor([first.id, second.id]),
      values: { ...one.values, amountKrw: 30_000 },
      draft: await revise(as(writer), { documentId: one.id }),
    });
    await withdraw(as(writer), { documentId: two.id, version: two.version });
    const three = await revise(as(writer), { documentId: two.id });

    const chain = await listRevisions(as(writer), { documentId: one.id });
    expect(chain.map(({ id, revision, status }) => [id, revision, status])).toEqual([
      [one.id, 1, "REJECTED"],
      [two.id, 2, "WITHDRAWN"],
      [three.documentId, 3, "DRAFT"],
    ]);
    expect(chain[0]).toMatchObject({ rejection: { person: { id: first.id }, reason: "영수증이 없어요" }, changes: [] });
    expect(chain[1]?.changes).toMatchObject([
      { field: "value", key: "amountKrw", before: 45_000, after: 30_000 },
      { field: "line", before: [{}], after: [{}, {}] },
    ]);
    expect(chain[2]?.changes).toEqual([]);
  });

  it("names the substitute who sent it back, not the approver they stood in for", async () => {
    const today = { from: "2026-11-20", to: "2026-11-20" };
    const named = nameSubstituteInput.parse({ substituteId: second.id, period: today, reason: "출장" });
    await nameSubstitute(as(first), named);
    const { id: documentId, version } = await submit(as(writer), expenseFor([first.id]));
    await reject(as(second), { documentId, version, reason: "영수증이 없어요" });
    const [one] = await listRevisions(as(writer), { documentId });
    expect(one?.rejection).toMatchObject({ person: { id: second.id }, reason: "영수증이 없어요" });
  });

  it("is found in its index, not among all documents", async () => {
    const documents = documentCollection(test.ctx.mongo);
    const asked = [vi.spyOn(documents, "findOne"), vi.spyOn(documents, "find")];
    const one = await rejectedExpense();
    await revise(as(writer), { documentId: one.id });
    await listRevisions(as(writer), { documentId: one.id });
    const calls: unknown[][] = asked.flatMap(({ mock }) => mock.calls);
    const ofTheFamily = calls.filter(([filter]) => Object.hasOwn(filter as object, "revision.first"));
    const inTheIndex = [{ "revision.first": { $eq: one.id, $type: "string" } }, { hint: "revisions" }];
    expect(ofTheFamily).toMatchObject([inTheIndex, inTheIndex]);
  });

  it("shows approvers what their revision answers, and nobody a later one that is not theirs", async () => {
    const one = await rejectedExpense();
    const draft = await revise(as(writer), { documentId: one.id });
    const seen = async (employee: EmployeeRow, documentId: DocumentId) =>
      (await listRevisions(as(employee), { documentId })).map(({ revision, mayOpen }) => [revision, mayOpen]);
    expect(await seen(first, one.id)).toEqual([[1, true]]);
    const two = await submit(as(writer), { ...expenseFor([second.id]), draft });
    expect(await seen(second, two.id)).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await seen(first, one.id)).toEqual([[1, true]]);
    await expectRefusal(listRevisions(as(second), { documentId: one.id }), "approval.not-found");
  });
});
