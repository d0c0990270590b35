import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { expenseFor } from "@erp/domain/testing/expense-for";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import type { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "./errors";
import { appRouter, createCaller } from "./root";

type EmployeeRow = Awaited<ReturnType<typeof buildEmployee>>;

let test: TestContext;
let writer: EmployeeRow;
let approvers: EmployeeRow[];

beforeAll(async () => {
  test = await testContext();
  writer = await buildEmployee(test.ctx);
  approvers = [];
  for (let index = 0; index < 12; index += 1) approvers.push(await buildEmployee(test.ctx));
});
afterAll(() => test.close());

const callerOf = (employee: EmployeeRow) =>
  createCaller({ ctx: actingAs(test.ctx, employee), locale: "ko", source: "10.0.0.1" }).approvals;
const idsOf = (count: number) => approvers.slice(0, count).map(({ id }) => id);

/** The refusal of a call whose input no type would allow. */
async function refusalOfCall(procedure: string, input: unknown) {
  const call = callerOf(writer)[procedure as "submit"] as unknown as (input: unknown) => Promise<unknown>;
  const error = await call(input).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error === null ? null : refusalOf(error as TRPCError);
}

describe("E46: a submission no interface would send", () => {
  const step = (approverIds: string[]) => ({ kind: "APPROVAL", quorum: "ALL", approverIds });

  it.each<[string, () => object]>([
    [
      "numbered steps with a gap",
      () => ({ line: [1, 3].map((number) => ({ ...step([idsOf(2)[number % 2] as string]), step: number })) }),
    ],
    ["no steps", () => ({ line: [] })],
    ["eleven steps", () => ({ line: idsOf(11).map((id) => step([id])) })],
    ["a step of six people", () => ({ line: [step(idsOf(6))] })],
    ["a step of nobody", () => ({ line: [step([])] })],
    ["an unknown kind of step", () => ({ line: [{ ...step(idsOf(1)), kind: "SIGNATURE" }] })],
    ["an unknown form", () => ({ formCode: "BONUS" })],
    ["the same approver twice", () => ({ line: [step(idsOf(1)), step(idsOf(2))] })],
    ["no title", () => ({ title: "  " })],
    ["an id that is none", () => ({ line: [step(["x"])] })],
    ["a status of its own", () => ({ status: "APPROVED" })],
  ])("%s", async (_name, change) => {
    const refusal = await refusalOfCall("submit", { ...expenseFor(idsOf(1)), ...change() });
    expect(refusal).toMatchObject({ code: "request.invalid" });
    expect(Object.keys(refusal?.fields ?? {})).not.toEqual([]);
  });

  it("an approver who has left is refused by the domain", async () => {
    const leaver = await buildEmployee(test.ctx, { status: "LEAVER" });
    expect(await refusalOfCall("submit", expenseFor([leaver.id]))).toMatchObject({
      code: "approval.approver-unavailable",
    });
  });
});

describe("a megabyte of text", () => {
  const megabyte = "가".repeat(350_000);
  const documentId = "01JDCA5N8QG7X2M4R6T9VWYZ0B";

  it.each<[procedure: string, input: () => object]>([
    ["submit", () => ({ ...expenseFor(idsOf(1)), title: megabyte })],
    ["submit", () => ({ ...expenseFor(idsOf(1)), values: { ...expenseFor([]).values, content: megabyte } })],
    ["submit", () => ({ ...expenseFor(idsOf(1)), values: { [megabyte]: "x" } })],
    ["saveDraft", () => ({ ...expenseFor([]), values: { content: megabyte } })],
    ["approve", () => ({ documentId, version: 1, comment: megabyte })],
    ["reject", () => ({ documentId, version: 1, reason: megabyte })],
    ["comment", () => ({ documentId, text: megabyte })],
    ["list", () => ({ box: "MINE", search: megabyte })],
    ["list", () => ({ box: "MINE", cursor: megabyte })],
  ])("is refused by %s", async (procedure, input) => {
    expect(await refusalOfCall(procedure, input())).toMatchObject({ code: "request.invalid" });
  });
});

it("E49: nothing deletes documents, one or many; a draft is discarded one at a time by its writer", () => {
  const procedures = Object.keys(appRouter._def.procedures).filter((path) => path.startsWith("approvals."));
  expect(procedures.filter((path) => /delete|remove|purge|clear|discard/i.test(path))).toEqual([
    "approvals.discardDraft",
  ]);
});

it("a whole document goes through the API and comes back as its views promise", async () => {
  const [approver] = approvers as [EmployeeRow];
  const document = await callerOf(writer).submit(expenseFor([approver.id]));
  const page = await callerOf(approver).list({ box: "WAITING" });
  expect(page.items).toMatchObject([
    { id: document.id, waitingFor: [{ id: approver.id }], submittedAt: document.submittedAt },
  ]);
  expect(await callerOf(approver).counts()).toMatchObject({ WAITING: 1, DONE: 0 });
  const rejected = await callerOf(approver).reject({ documentId: document.id, version: 1, reason: "예산 초과" });
  expect(rejected).toMatchObject({ status: "REJECTED", allowedActions: ["comment"] });
  expect(await callerOf(writer).verify({ documentId: document.id })).toMatchObject({ intact: true, entries: 2 });
});
