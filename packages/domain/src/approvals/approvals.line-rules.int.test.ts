import type { LineStepInput, SubmitInput } from "@erp/contracts/approvals";
import { type ChangeLineRuleInput, defaultLineRule } from "@erp/contracts/line-rules";
import { approvalLineRules } from "@erp/db/mysql/entities/approval-line-rules";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { buildForm, purchaseOn } from "../testing/build-form";
import { existing } from "../testing/existing";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { ruleLine } from "../testing/line-rules";
import { auditOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { saveDraft, submit } from "./approvals.drafts.mutations";
import { requireSigners, suggestLine } from "./approvals.line.queries";
import { changeLineRule } from "./approvals.line-rules.mutations";
import { listLineRules } from "./approvals.line-rules.queries";
import { reject } from "./approvals.mutations";
import { viewDocument } from "./approvals.queries";
import { revise } from "./approvals.revisions.mutations";
import { createForm } from "./approvals.templates.mutations";

let test: TestContext;
let hr: EmployeeRow;
let head: EmployeeRow;
let division: EmployeeRow;
let team: EmployeeRow;
let writer: EmployeeRow;
let peer: EmployeeRow;
let finance: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
  hr = await buildEmployee(test.ctx, { role: "HR_ADMIN", name: "한지민" });
  head = await buildEmployee(test.ctx, { role: "MANAGER", name: "정태윤" });
  division = await buildEmployee(test.ctx, { role: "MANAGER", name: "박성호", managerId: head.id });
  team = await buildEmployee(test.ctx, { name: "오동현", managerId: division.id });
  writer = await buildEmployee(test.ctx, { name: "김하늘", managerId: team.id });
  peer = await buildEmployee(test.ctx, { name: "김민수", managerId: team.id });
  const { id: departmentId } = await buildDepartment(test.ctx, { code: "FINANCE" });
  finance = await buildEmployee(test.ctx, { role: "MANAGER", name: "윤영수", departmentId, managerId: head.id });
});
afterAll(() => test.close());

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const step = (person: EmployeeRow, chosen: Partial<LineStepInput> = {}): LineStepInput => ({
  kind: "APPROVAL",
  quorum: "ALL",
  approverIds: [person.id],
  ...chosen,
});
const agreedBy = (person: EmployeeRow) => step(person, { kind: "AGREEMENT" });
const ofAmount = (amountKrw: number, line: LineStepInput[]): SubmitInput => {
  const expense = expenseFor([]);
  return { ...expense, values: { ...expense.values, amountKrw }, line };
};
const expectLacking = async (work: Promise<unknown>, names: string) =>
  expect((await expectRefusal(work, "approval.line-lacks-signers")).params).toEqual({ names });
const namesOf = async (amountKrw: number, by = writer) => {
  const { required } = await suggestLine(as(by), { formCode: "EXPENSE", amountKrw });
  return required.map(({ person }) => person.name);
};

describe("a document whose form's rule is required", () => {
  it("is refused without those it names, and nothing is lost; with them it is sent", async () => {
    const draft = await saveDraft(as(writer), ofAmount(45_000, [step(peer)]));
    await expectLacking(submit(as(writer), { ...ofAmount(45_000, [step(peer)]), draft }), "오동현");
    expect(await viewDocument(as(writer), { documentId: draft.documentId })).toMatchObject({
      status: "DRAFT",
      version: draft.version,
    });
    const sent = await submit(as(writer), { ...ofAmount(45_000, [step(peer), step(team)]), draft });
    expect(sent).toMatchObject({ status: "IN_PROGRESS", id: draft.documentId });
  });

  it("asks for more with its amount: another manager, then everybody and finance", async () => {
    const one = [step(team)];
    const two = [...one, step(division)];
    await submit(as(writer), ofAmount(999_999, one));
    await expectLacking(submit(as(writer), ofAmount(1_000_000, one)), "박성호");
    await submit(as(writer), ofAmount(9_999_999, two));
    await expectLacking(submit(as(writer), ofAmount(10_000_000, two)), "윤영수, 정태윤");
    await expectLacking(submit(as(writer), ofAmount(10_000_000, [...two, step(head)])), "윤영수");
    for (const all of [
      [...two, agreedBy(finance), step(head)],
      [step(finance), ...two, step(peer), step(head)],
    ])
      expect(await submit(as(writer), ofAmount(10_000_000, all))).toMatchObject({ status: "IN_PROGRESS" });
    expect(await namesOf(10_000_000)).toEqual(["오동현", "박성호", "윤영수", "정태윤"]);
  });

  it("is not decided past them: by another of their step, by agreement alone, or in another order", async () => {
    const beside = step(team, { quorum: "ANY", approverIds: [team.id, peer.id] });
    await expectLacking(submit(as(writer), ofAmount(45_000, [beside])), "오동현");
    await expectLacking(submit(as(writer), ofAmount(45_000, [agreedBy(team), step(peer)])), "오동현");
    await expectLacking(submit(as(writer), ofAmount(5_000_000, [step(division), step(team)])), "박성호");
    const both = step(team, { approverIds: [team.id, peer.id] });
    expect(await submit(as(writer), ofAmount(45_000, [both]))).toMatchObject({ status: "IN_PROGRESS" });
  });

  it("asks nobody who has left, and nobody of the head of the company", async () => {
    const leaver = await buildEmployee(test.ctx, { name: "퇴사한 팀장", managerId: division.id });
    const clerk = await buildEmployee(test.ctx, { managerId: leaver.id });
    expect(await namesOf(45_000, clerk)).toEqual(["퇴사한 팀장"]);
    await test.ctx.mysql.manager.update(employees, { id: leaver.id }, { status: "LEAVER" });
    expect(await namesOf(45_000, clerk)).toEqual(["박성호"]);
    await submit(as(clerk), ofAmount(45_000, [step(division)]));
    expect(await namesOf(50_000_000, head)).toEqual([]);
    expect(await submit(as(head), ofAmount(50_000_000, [step(peer)]))).toMatchObject({ status: "IN_PROGRESS" });
  });

  it("asks another manager of finance for finance's own, and nobody twice", async () => {
    expect(await namesOf(50_000_000, finance)).toEqual(["정태윤"]);
    const clerk = await buildEmployee(test.ctx, { managerId: finance.id });
    expect(await namesOf(50_000_000, clerk)).toEqual(["윤영수", "정태윤"]);
  });

  it("is checked again when it is revised with another amount", async () => {
    const { id: documentId, version } = await submit(as(writer), ofAmount(45_000, [step(team)]));
    await reject(as(team), { documentId, version, reason: "금액을 확인해 주세요." });
    const draft = await revise(as(writer), { documentId });
    await expectLacking(submit(as(writer), { ...ofAmount(2_000_000, [step(team)]), draft }), "박성호");
    const sent = await submit(as(writer), { ...ofAmount(2_000_000, [step(team), step(division)]), draft });
    expect(sent).toMatchObject({ revision: 2, status: "IN_PROGRESS" });
  });
});

describe("a form's rule", () => {
  const change = async (chosen: Partial<ChangeLineRuleInput> = {}): Promise<ChangeLineRuleInput> => {
    const { code: formCode } = await createForm(as(hr), buildForm());
    return { formCode, version: 0, ...defaultLineRule(formCode), ...chosen };
  };

  it("only suggests for a form of HR's own, until HR requires it", async () => {
    const form = await createForm(as(hr), buildForm());
    await submit(as(writer), purchaseOn(form, [peer.id]));
    await ruleLine(as(hr), form.code, {
      tiers: [{ belowKrw: null, managers: 1 }],
      agreement: { departmentCode: "FINANCE", fromKrw: 0 },
      enforcement: "REQUIRED",
    });
    await expectLacking(submit(as(writer), purchaseOn(form, [peer.id])), "윤영수, 오동현");
    await submit(as(writer), purchaseOn(form, [finance.id, team.id]));
  });

  it("is changed for the submissions to come, with who did it, from what and to what", async () => {
    const input = await change({ enforcement: "REQUIRED", tiers: [{ belowKrw: null, managers: 2 }] });
    expect(await changeLineRule(as(hr), input)).toEqual({ ...input, version: 1 });
    const listed = (await listLineRules(as(hr))).find(({ formCode }) => formCode === input.formCode);
    expect(listed).toEqual({ ...input, version: 1 });
    const row = await test.ctx.mysql.manager.findOneByOrFail(approvalLineRules, { formCode: input.formCode });
    expect(row).toMatchObject({ version: 1, changedBy: hr.id });
    const [, entry] = await auditOf(test.ctx, input.formCode);
    expect(entry).toMatchObject({
      action: "line-rule.changed",
      actorId: hr.id,
      detail: { before: { enforcement: "SUGGESTED" }, after: { enforcement: "REQUIRED", tiers: "그 밖 2명" } },
    });
  });

  it("is changed once by each of several who do so at once, and the others are told", async () => {
    const input = await change();
    for (const version of [0, 1]) {
      const changes = Array.from({ length: 5 }, () => changeLineRule(as(hr), { ...input, version }));
      const results = await Promise.allSettled(changes);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await expectRefusal(changeLineRule(as(hr), { ...input, version }), "line-rule.changed-meanwhile");
    }
    expect((await auditOf(test.ctx, input.formCode)).map(({ action }) => action)).toEqual([
      "form.created",
      "line-rule.changed",
      "line-rule.changed",
    ]);
  });

  it("is HR's to see and change; of a form and a department that there are", async () => {
    const input = await change();
    for (const person of [writer, division]) {
      await expectRefusal(changeLineRule(as(person), input), "request.forbidden");
      await expectRefusal(listLineRules(as(person)), "request.forbidden");
    }
    await expectRefusal(changeLineRule(as(hr), { ...input, formCode: buildForm().formCode }), "form.not-found");
    const agreement = { departmentCode: "NOWHERE", fromKrw: 0 };
    const refusal = await expectRefusal(changeLineRule(as(hr), { ...input, agreement }), "department.not-found");
    expect(refusal.fields).toEqual({ "agreement.departmentCode": "department.not-found" });
  });

  it("lists every form, those nobody has changed with the rule they came with", async () => {
    const rules = await listLineRules(as(hr));
    expect(existing(rules.find(({ formCode }) => formCode === "EXPENSE"))).toEqual({
      formCode: "EXPENSE",
      version: 0,
      ...defaultLineRule("EXPENSE"),
    });
  });

  it("costs who submits on it one look at the rule, and where it is required one at whom it names", async () => {
    const asked: string[] = [];
    const mysql = Object.create(test.ctx.mysql, {
      query: {
        value: (sql: string, values: unknown[]) => {
          asked.push(sql);
          return test.ctx.mysql.query(sql, values);
        },
      },
    });
    const line = [step(team), step(division), agreedBy(finance), step(head)];
    await requireSigners({ ...as(writer), mysql }, writer.id, { formCode: "EXPENSE", amountKrw: 50_000_000 }, line);
    expect(asked).toHaveLength(3);
    const { code } = await createForm(as(hr), buildForm());
    asked.length = 0;
    await requireSigners({ ...as(writer), mysql }, writer.id, { formCode: code }, [step(peer)]);
    expect(asked).toHaveLength(1);
  });
});
