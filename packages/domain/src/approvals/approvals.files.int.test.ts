import type { DocumentId, FileId } from "@erp/contracts/ids";
import { documentCollection, documentModel } from "@erp/db/mongo/models/approval-document";
import { openMysql } from "@erp/db/mysql/data-source";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { fileUploads } from "@erp/db/mysql/entities/file-uploads";
import { storedFiles } from "@erp/db/mysql/entities/stored-files";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { uploadFile } from "../files/files.mutations";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { type TestContext, testContext } from "../testing/test-context";
import { discardDraft, saveDraft, submit } from "./approvals.drafts.mutations";
import { clearOrphanedFiles } from "./approvals.files.mutations";
import { readDocumentFile } from "./approvals.files.queries";
import { copyDocument, verifyAllDocuments, verifyDocument, viewDocument } from "./approvals.queries";

let test: TestContext;
let writer: EmployeeRow;
let approver: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());
afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  [writer, approver] = [await buildEmployee(test.ctx), await buildEmployee(test.ctx)];
});

const DAY_MS = 24 * 60 * 60 * 1000;
const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const receipt = async (name = "영수증.pdf") =>
  (await uploadFile(as(writer), { name, base64: Buffer.from(`%PDF-1.7 ${name}`).toString("base64") })).id;
const expense = (fileIds: FileId[]) => ({ ...expenseFor([approver.id]), fileIds });
const namesIn = async (documentId: DocumentId) =>
  (await viewDocument(as(writer), { documentId })).files.map(({ name }) => name);
const isStored = (id: FileId) => test.ctx.mysql.manager.existsBy(storedFiles, { id });

describe("files of a draft", () => {
  it("are added, ordered and taken out by saving it, and stay when it is submitted", async () => {
    const [taxi, meal, hotel] = [await receipt("택시.pdf"), await receipt("식사.pdf"), await receipt("호텔.pdf")];
    const first = await saveDraft(as(writer), expense([taxi, meal]));
    const draft = await saveDraft(as(writer), { ...expense([hotel, taxi]), draft: first });
    expect(await namesIn(draft.documentId)).toEqual(["호텔.pdf", "택시.pdf"]);
    await submit(as(writer), { ...expense([hotel, taxi]), draft });
    expect(await namesIn(draft.documentId)).toEqual(["호텔.pdf", "택시.pdf"]);
    const file = await readDocumentFile(as(approver), { documentId: draft.documentId, fileId: hotel });
    expect(file).toMatchObject({ name: "호텔.pdf", type: "application/pdf" });
    expect(Buffer.from(file.base64, "base64").toString()).toBe("%PDF-1.7 호텔.pdf");
  });

  it("are the writer's own uploads: somebody else's, another document's and made-up ones are not found", async () => {
    const { id: foreign } = await uploadFile(as(approver), { name: "a.pdf", base64: btoa("%PDF-") });
    const used = await receipt();
    await saveDraft(as(writer), expense([used]));
    for (const id of [foreign, used, "01JDCA5N8QG7X2M4R6T9VWYZ0B" as FileId]) {
      await expectRefusal(saveDraft(as(writer), expense([id])), "file.not-found");
      await expectRefusal(submit(as(writer), expense([id])), "file.not-found");
    }
  });

  it("are there for the next try when a first save could not be stored, or another file of it was not found", async () => {
    const fileId = await receipt();
    const nowhere = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as FileId;
    const documents = documentCollection(test.ctx.mongo);
    vi.spyOn(documents, "insertOne").mockRejectedValueOnce(new Error("away")).mockRejectedValueOnce(new Error("away"));
    await expect(saveDraft(as(writer), expense([fileId]))).rejects.toThrow("away");
    await expect(submit(as(writer), expense([fileId]))).rejects.toThrow("away");
    await expectRefusal(saveDraft(as(writer), expense([fileId, nowhere])), "file.not-found");
    const { documentId } = await saveDraft(as(writer), expense([fileId]));
    expect(await namesIn(documentId)).toEqual(["영수증.pdf"]);
  });

  it("stay with a document that was stored although the answer was lost", async () => {
    const fileId = await receipt();
    const documents = documentCollection(test.ctx.mongo);
    const insert = documents.insertOne.bind(documents);
    vi.spyOn(documents, "insertOne").mockImplementationOnce(async (document) => {
      await insert(document);
      throw new Error("away");
    });
    await expect(saveDraft(as(writer), expense([fileId]))).rejects.toThrow("away");
    await expectRefusal(saveDraft(as(writer), expense([fileId])), "file.not-found");
  });

  it("do not go into a copy, which says how many were left out", async () => {
    const { id: documentId } = await submit(as(writer), expense([await receipt(), await receipt()]));
    expect(await copyDocument(as(writer), { documentId })).toMatchObject({ leftOutFiles: 2 });
  });
});

it("nobody fills the store: beyond fifty files that no draft names, another waits until some are saved", async () => {
  const waiting: FileId[] = [];
  for (let index = 0; index < 50; index += 1) waiting.push(await receipt());
  await expectRefusal(receipt(), "file.too-many-unclaimed");
  await uploadFile(as(approver), { name: "a.pdf", base64: btoa("%PDF-") });
  await saveDraft(as(writer), expense(waiting.slice(0, 1)));
  await receipt();
  await expectRefusal(receipt(), "file.too-many-unclaimed");
});

it("a file is for whoever may open its document, and only as that document's", async () => {
  const [fileId, other] = [await receipt(), await receipt()];
  const { id: documentId } = await submit(as(writer), expense([fileId]));
  const { id: otherDocument } = await submit(as(writer), expense([other]));
  const stranger = await buildEmployee(test.ctx);
  await expectRefusal(readDocumentFile(as(stranger), { documentId, fileId }), "approval.not-found");
  await expectRefusal(readDocumentFile(as(approver), { documentId: otherDocument, fileId }), "file.not-found");
  const draft = await saveDraft(as(writer), expense([await receipt("초안.pdf")]));
  const [drafted] = (await viewDocument(as(writer), draft)).files;
  const asked = { documentId: draft.documentId, fileId: drafted?.id as FileId };
  await expectRefusal(readDocumentFile(as(approver), asked), "approval.not-found");
});

it("verify finds a file that was altered, one that is missing, and one whose name was changed", async () => {
  const [altered, missing, renamed, fine] = [await receipt(), await receipt(), await receipt(), await receipt()];
  const ids: DocumentId[] = [];
  for (const file of [altered, missing, renamed, fine]) ids.push((await submit(as(writer), expense([file]))).id);
  const admin = await openMysql(test.stores.mysqlAdminUrl, 1);
  await admin.query("UPDATE stored_files SET content = '%PDF-1.7 9,000,000' WHERE id = ?", [altered]);
  await admin.query("DELETE FROM file_uploads WHERE file_id = ?", [missing]);
  await admin.query("DELETE FROM stored_files WHERE id = ?", [missing]);
  await admin.destroy();
  await documentModel(test.ctx.mongo).collection.updateOne({ _id: ids[2] as never }, { $set: { "files.0.name": "x" } });

  const verify = (id: DocumentId | undefined) => verifyDocument(as(writer), { documentId: id as DocumentId });
  const file = { name: "영수증.pdf" };
  expect(await verify(ids[0])).toMatchObject({ intact: false, brokenFiles: [{ ...file, problem: "ALTERED" }] });
  expect(await verify(ids[1])).toMatchObject({ intact: false, brokenFiles: [{ ...file, problem: "MISSING" }] });
  expect(await verify(ids[2])).toMatchObject({ intact: false, firstBrokenSequence: 1 });
  expect(await verify(ids[3])).toMatchObject({ intact: true, brokenFiles: [] });
  const broken: DocumentId[] = [];
  await verifyAllDocuments(test.ctx, ({ documentId }) => broken.push(documentId));
  expect(broken).toEqual(expect.arrayContaining(ids.slice(0, 3)));
  expect(broken).not.toContain(ids[3]);
});

it("clearing takes what no document names, however often it runs, and lets everything else be", async () => {
  const [never, removed, discarded, drafted, submitted] = [
    await receipt(),
    await receipt(),
    await receipt(),
    await receipt(),
    await receipt(),
  ];
  const first = await saveDraft(as(writer), expense([removed, drafted]));
  const draft = await saveDraft(as(writer), { ...expense([drafted]), draft: first });
  await discardDraft(as(writer), await saveDraft(as(writer), expense([discarded])));
  const document = await submit(as(writer), expense([submitted]));

  const fates = () => Promise.all([never, removed, discarded, drafted, submitted].map(isStored));
  await clearOrphanedFiles(test.ctx);
  expect(await fates()).toEqual([true, true, true, true, true]);
  test.clock.advance(2 * DAY_MS);
  expect(await clearOrphanedFiles(test.ctx)).toBeGreaterThanOrEqual(3);
  expect(await clearOrphanedFiles(test.ctx)).toBe(0);
  expect(await fates()).toEqual([false, false, false, true, true]);
  expect(await test.ctx.mysql.manager.existsBy(fileUploads, { fileId: submitted })).toBe(false);

  test.clock.advance(91 * DAY_MS);
  await clearOrphanedFiles(test.ctx);
  expect(await namesIn(draft.documentId)).toEqual([]);
  await clearOrphanedFiles(test.ctx);
  expect(await fates()).toEqual([false, false, false, false, true]);
  expect(await verifyDocument(as(writer), { documentId: document.id })).toMatchObject({ intact: true });
});
