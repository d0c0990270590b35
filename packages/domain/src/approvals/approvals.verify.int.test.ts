import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expenseFor } from "../testing/expense-for";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { saveDraft, submit } from "./approvals.drafts.mutations";
import { approve, comment } from "./approvals.mutations";
import { type BrokenDocument, verifyAllDocuments, verifyDocument } from "./approvals.queries";

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

it("is dodged neither by calling a document a draft, nor by taking its history away or changing the amount lists show", async () => {
  const writer = await buildEmployee(test.ctx);
  const ids: DocumentId[] = [];
  for (let index = 0; index < 3; index += 1) {
    ids.push((await submit(actingAs(test.ctx, writer), expenseFor([(await buildEmployee(test.ctx)).id]))).id);
  }
  const documents = documentModel(test.ctx.mongo).collection;
  const alterations = [{ $set: { status: "DRAFT" } }, { $unset: { history: "" } }, { $set: { amountKrw: 1 } }];
  for (const [index, alteration] of alterations.entries()) {
    await documents.updateOne({ _id: ids[index] as never }, alteration);
  }
  const found: DocumentId[] = [];
  await verifyAllDocuments(test.ctx, ({ documentId }) => found.push(documentId));
  expect(found.sort()).toEqual([...ids].sort());
  for (const documentId of ids) {
    const verification = await verifyDocument(actingAs(test.ctx, writer), { documentId });
    expect(verification).toMatchObject({ intact: false, firstBrokenSequence: 1 });
  }
  await documents.deleteMany({ _id: { $in: ids as never[] } });
});

it("finds every document that was altered behind the portal's back, and no other", async () => {
  const [writer, approver] = [await buildEmployee(test.ctx), await buildEmployee(test.ctx)];
  const ids: DocumentId[] = [];
  for (let index = 0; index < 6; index += 1) {
    const { id } = await submit(actingAs(test.ctx, writer), expenseFor([approver.id]));
    await comment(actingAs(test.ctx, approver), { documentId: id, text: "확인했어요" });
    await approve(actingAs(test.ctx, approver), { documentId: id, version: 2 });
    ids.push(id);
  }
  await saveDraft(actingAs(test.ctx, writer), expenseFor([]));
  await settleDocuments(test.ctx);
  expect(await verifyAllDocuments(test.ctx, () => {})).toEqual({ verified: 6, broken: 0 });

  const [amount, spoken, decision, cut] = ids;
  const documents = documentModel(test.ctx.mongo).collection;
  await documents.updateOne({ _id: amount as never }, { $set: { "values.amountKrw": 45_000_000 } });
  await documents.updateOne({ _id: spoken as never }, { $set: { "history.1.text": "반대해요" } });
  await documents.updateOne({ _id: decision as never }, { $set: { "line.0.approvers.0.decision": "REJECTED" } });
  await documents.updateOne({ _id: cut as never }, { $pop: { history: 1 } });

  const found: BrokenDocument[] = [];
  expect(await verifyAllDocuments(test.ctx, (broken) => found.push(broken))).toEqual({ verified: 6, broken: 4 });
  const firstBroken = new Map(
    found.map(({ documentId, verification }) => [documentId, verification.firstBrokenSequence]),
  );
  expect([amount, spoken, decision, cut].map((id) => firstBroken.get(id as DocumentId))).toEqual([4, 2, 4, 3]);
  expect(await verifyDocument(actingAs(test.ctx, writer), { documentId: spoken as DocumentId })).toMatchObject({
    intact: false,
  });
});
