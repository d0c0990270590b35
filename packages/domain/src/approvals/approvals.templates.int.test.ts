import type { SaveDraftInput } from "@erp/contracts/approvals";
import type { CreateFormInput, OwnFormView } from "@erp/contracts/forms";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { approvalFormVersions } from "@erp/db/mysql/entities/approval-form-versions";
import { auditEntries } from "@erp/db/mysql/entities/audit-entries";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { buildField, buildForm, buildOption, purchaseOn } from "../testing/build-form";
import { expectRefusal } from "../testing/expect-refusal";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { listBox } from "./approvals.boxes.queries";
import { discardDraft, saveDraft, submit } from "./approvals.drafts.mutations";
import { suggestLine } from "./approvals.line.queries";
import { approve, withdraw } from "./approvals.mutations";
import { copyDocument, verifyDocument, viewDocument } from "./approvals.queries";
import { rebuildQueues } from "./approvals.queues.mutations";
import { revise } from "./approvals.revisions.mutations";
import { listRevisions } from "./approvals.revisions.queries";
import { changeForm, createForm, offerForm, retireForm } from "./approvals.templates.mutations";
import { listForms } from "./approvals.templates.queries";

let test: TestContext;
let hr: EmployeeRow;
let writer: EmployeeRow;
let approver: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
  hr = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
  approver = await buildEmployee(test.ctx, { role: "MANAGER", name: "한지우" });
  writer = await buildEmployee(test.ctx, { managerId: approver.id });
});
afterAll(() => test.close());

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const newForm = (chosen: Partial<CreateFormInput> = {}) => createForm(as(hr), buildForm(chosen));

/** The next version: the price stays, the item goes, a day and another option are new. */
function nextOf({ code, version, name, description }: OwnFormView) {
  return {
    formCode: code,
    version,
    name: { ...name, ko: "물품 구매" },
    description,
    fields: [
      buildField("예상 금액", { key: "v1f2", kind: "amount-krw" }),
      buildField("필요한 날", { kind: "date", required: false }),
      buildField("구분", {
        key: "v1f3",
        kind: "choice",
        options: [buildOption("사무용품", "v1o2"), buildOption("소프트웨어")],
      }),
    ],
  };
}

describe("a form of HR's own", () => {
  it("is made, offered, and written down in the audit log with its change", async () => {
    const { code, ...form } = await newForm();
    expect(form).toMatchObject({ version: 1, isOffered: true, name: { ko: "구매 요청" } });
    expect(form.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ["v1f1", "line"],
      ["v1f2", "amount-krw"],
      ["v1f3", "choice"],
    ]);
    expect(await listForms(as(writer))).toContainEqual({ code, ...form });
    const entries = await test.ctx.mysql.manager.findBy(auditEntries, { subject: code });
    expect(entries).toMatchObject([{ action: "form.created", actorId: hr.id }]);
    expect(JSON.parse(entries[0]?.detail ?? "")).toMatchObject({ version: 1, fields: ["품목", "금액", "구분"] });
  });

  it("has a code of its own: of two made at once with the same, one is refused and leaves nothing", async () => {
    const wanted = buildForm();
    const results = await Promise.allSettled([createForm(as(hr), wanted), createForm(as(hr), wanted)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refusal = await expectRefusal(createForm(as(hr), wanted), "form.code-taken");
    expect(refusal.fields).toEqual({ formCode: "form.code-taken" });
    expect(await test.ctx.mysql.manager.countBy(auditEntries, { subject: wanted.formCode })).toBe(1);
  });

  it("is changed into a next version; of two people who change the same one, the second is told", async () => {
    const form = await newForm();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => changeForm(as(hr), nextOf(form))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expectRefusal(changeForm(as(hr), nextOf(form)), "form.changed-meanwhile");
    const now = (await listForms(as(writer))).find(({ code }) => code === form.code);
    expect(now?.version).toBe(2);
    expect(now?.fields.map(({ key }) => key)).toEqual(["v1f2", "v2f2", "v1f3"]);
    const versions = await test.ctx.mysql.manager.findBy(approvalFormVersions, { code: form.code });
    expect(versions.map(({ version, nameKo }) => [version, nameKo])).toEqual([
      [1, "구매 요청"],
      [2, "물품 구매"],
    ]);
  });

  it("is HR's to make, change and take out of use; one that nobody made is not found", async () => {
    const form = await newForm();
    const byCode = { formCode: form.code };
    for (const act of [
      () => createForm(as(approver), buildForm()),
      () => changeForm(as(approver), nextOf(form)),
      () => retireForm(as(writer), byCode),
      () => offerForm(as(writer), byCode),
    ])
      await expectRefusal(act(), "request.forbidden");
    const nowhere = { formCode: buildForm().formCode };
    await expectRefusal(retireForm(as(hr), nowhere), "form.not-found");
    await expectRefusal(changeForm(as(hr), { ...nextOf(form), ...nowhere }), "form.not-found");
  });
});

describe("a document of it", () => {
  it("carries the form, is numbered by its code, found by what was chosen, and is decided like any other", async () => {
    const form = await newForm();
    const { id, number, version } = await submit(as(writer), purchaseOn(form, [approver.id]));
    expect(number).toMatch(new RegExp(`^${form.code}-\\d{4}-000001$`));
    const { name, description, fields } = form;
    expect(await viewDocument(as(approver), { documentId: id })).toMatchObject({
      formCode: form.code,
      formVersion: 1,
      form: { name, description, fields },
      amountKrw: 1_590_000,
    });
    const waiting = { box: "WAITING", limit: 30 } as const;
    const cardOf = async (input: Parameters<typeof listBox>[1]) =>
      (await listBox(as(approver), input)).items.find((card) => card.id === id);
    for (const input of [waiting, { ...waiting, formCode: form.code }, { ...waiting, search: "장비" }])
      expect((await cardOf(input))?.formName).toEqual(name);
    await rebuildQueues(test.ctx);
    expect((await cardOf(waiting))?.formName).toEqual(name);

    await approve(as(approver), { documentId: id, version });
    await settleDocuments(test.ctx);
    expect(await viewDocument(as(writer), { documentId: id })).toMatchObject({ status: "APPROVED" });
    expect(await verifyDocument(as(writer), { documentId: id })).toMatchObject({ intact: true });
  });

  it("stays on its version while HR changes the form, and so does a draft", async () => {
    const form = await newForm();
    const running = await submit(as(writer), purchaseOn(form, [approver.id]));
    const begun: SaveDraftInput = { ...purchaseOn(form, [approver.id]), title: "" };
    const draft = await saveDraft(as(writer), begun);
    await changeForm(as(hr), nextOf(form));

    expect((await viewDocument(as(approver), { documentId: running.id })).form.fields).toEqual(form.fields);
    const saved = await saveDraft(as(writer), { ...begun, formVersion: undefined, draft });
    await expectRefusal(saveDraft(as(writer), { ...begun, formVersion: 2, draft: saved }), "form.not-the-drafts");
    await expectRefusal(saveDraft(as(writer), { ...begun, formCode: "EXPENSE", draft: saved }), "form.not-the-drafts");
    const sent = await submit(as(writer), { ...purchaseOn(form, [approver.id]), draft: saved });
    expect(sent).toMatchObject({ formVersion: 1, form: { name: { ko: "구매 요청" } } });

    const { formVersion: _, ...unversioned } = purchaseOn(form, [approver.id]);
    const values = { v1f2: 5000, v1f3: "v2o2" };
    expect(await submit(as(writer), { ...unversioned, values })).toMatchObject({ formVersion: 2 });
  });

  it("is begun on the newest version alone: HR has asked something else since", async () => {
    const form = await newForm();
    await changeForm(as(hr), nextOf(form));
    const input = purchaseOn(form, [approver.id]);
    await expectRefusal(saveDraft(as(writer), input), "form.changed-meanwhile");
    await expectRefusal(submit(as(writer), input), "form.changed-meanwhile");
    expect(await documentModel(test.ctx.mongo).countDocuments({ formCode: form.code })).toBe(0);
  });

  it("is refused where the form, the version or the option chosen is none", async () => {
    const form = await newForm();
    const input = purchaseOn(form, [approver.id]);
    await expectRefusal(submit(as(writer), { ...input, formVersion: 2 }), "form.not-found");
    await expectRefusal(submit(as(writer), { ...input, formCode: buildForm().formCode }), "form.not-found");
    await expectRefusal(saveDraft(as(writer), { ...input, formVersion: 7 }), "form.not-found");
    const values = { ...input.values, v1f3: "v1o9" };
    const refusal = await expectRefusal(submit(as(writer), { ...input, values }), "approval.form-incomplete");
    expect(refusal.fields).toEqual({ "values.v1f3": "value.malformed" });
  });

  it("once the form is out of use, is kept and thrown away, but not submitted, copied or revised until it is back", async () => {
    const form = await newForm();
    const input = purchaseOn(form, [approver.id]);
    const document = await submit(as(writer), input);
    const draft = await saveDraft(as(writer), input);
    const byCode = { formCode: form.code };
    expect(await retireForm(as(hr), byCode)).toMatchObject({ isOffered: false });
    await retireForm(as(hr), byCode);

    const saved = await saveDraft(as(writer), { ...input, draft });
    await expectRefusal(submit(as(writer), { ...input, draft: saved }), "form.not-offered");
    await discardDraft(as(writer), saved);
    const { id: documentId, version } = document;
    await expectRefusal(copyDocument(as(writer), { documentId }), "form.not-offered");
    await withdraw(as(writer), { documentId, version });
    await expectRefusal(revise(as(writer), { documentId }), "form.not-offered");

    await offerForm(as(hr), byCode);
    expect((await revise(as(writer), { documentId })).version).toBe(1);
    const entries = await test.ctx.mysql.manager.findBy(auditEntries, { subject: form.code });
    expect(entries.map(({ action }) => action).sort()).toEqual(["form.created", "form.offered", "form.retired"]);
  });

  it("is copied onto the newest version without what has no place there, and revised on its own", async () => {
    const form = await newForm();
    const { id: documentId, version } = await submit(as(writer), purchaseOn(form, [approver.id]));
    await changeForm(as(hr), nextOf(form));
    const copy = await copyDocument(as(writer), { documentId });
    // The item is gone as a field, "equipment" as an option; the price is the same field under another name.
    expect(copy).toMatchObject({ formVersion: 2, form: { name: { ko: "물품 구매" } }, values: { v1f2: 1_590_000 } });
    expect(Object.keys(copy.values)).toEqual(["v1f2"]);

    await withdraw(as(writer), { documentId, version });
    const draft = await revise(as(writer), { documentId });
    const input = purchaseOn(form, [approver.id]);
    await submit(as(writer), { ...input, values: { ...input.values, v1f3: "v1o2" }, draft });
    const [, second] = await listRevisions(as(approver), { documentId: draft.documentId });
    expect(second?.changes).toEqual([{ field: "value", key: "v1f3", before: "v1o1", after: "v1o2" }]);
  });

  it("shows that the form it carries was altered", async () => {
    const form = await newForm();
    const { id } = await submit(as(writer), purchaseOn(form, [approver.id]));
    const own = { documentId: id };
    expect(await verifyDocument(as(writer), own)).toMatchObject({ intact: true });
    const documents = documentModel(test.ctx.mongo).collection;
    await documents.updateOne({ _id: id as never }, { $set: { "form.fields.2.options.0.label.ko": "사무용품" } });
    expect(await verifyDocument(as(writer), own)).toMatchObject({ intact: false, firstBrokenSequence: 1 });
  });

  it("is suggested the managers by its amount", async () => {
    const { code } = await newForm();
    const suggested = await suggestLine(as(writer), { formCode: code, amountKrw: 50_000_000 });
    expect(suggested.line.map(({ approvers }) => approvers.map(({ id }) => id))).toEqual([[approver.id]]);
  });
});

it("a document of a built-in form carries none: its chain covers what it always did", async () => {
  const form = await newForm();
  const expense = {
    ...purchaseOn(form, [approver.id]),
    formCode: "EXPENSE" as const,
    values: { amountKrw: 45_000, spentOn: "2026-11-19", content: "택시" },
  };
  const { id } = await submit(as(writer), expense);
  const stored = await documentModel(test.ctx.mongo).findById(id).lean();
  expect(stored).not.toHaveProperty("form");
  expect(await viewDocument(as(writer), { documentId: id })).toMatchObject({ form: { name: { ko: "지출 신청" } } });
});
