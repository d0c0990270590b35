import { MAX_SAVED_LINES, saveLineInput } from "@erp/contracts/saved-lines";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { employees } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { removeSavedLine, renameSavedLine, saveLine } from "./approvals.saved-lines.mutations";
import { listSavedLines } from "./approvals.saved-lines.queries";

let test: TestContext;
let owner: EmployeeRow;
let first: EmployeeRow;
let second: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());
beforeEach(async () => {
  owner = await buildEmployee(test.ctx);
  first = await buildEmployee(test.ctx, { name: "김하나" });
  second = await buildEmployee(test.ctx, { name: "이두나" });
});

const mine = () => actingAs(test.ctx, owner);
const save = (name: string, ...people: EmployeeRow[]) => {
  const line = people.map(({ id }) => ({ kind: "APPROVAL", quorum: "ALL", approverIds: [id] }));
  return saveLine(mine(), saveLineInput.parse({ name, line }));
};
const names = async () => (await listSavedLines(mine())).map(({ name }) => name);

it("a line is kept as it was built, for its owner alone", async () => {
  await save(" 출장비 ", first, second);
  expect(await listSavedLines(mine())).toMatchObject([
    { name: "출장비", line: [{ approvers: [{ name: "김하나" }] }, { approvers: [{ name: "이두나" }] }], leavers: [] },
  ]);
  expect(await listSavedLines(actingAs(test.ctx, first))).toEqual([]);
});

it("E14: who has left is named, and no longer in the line", async () => {
  await save("출장비", first, second);
  await test.ctx.mysql.manager.update(employees, { id: first.id }, { status: "LEAVER" });
  expect(await listSavedLines(mine())).toMatchObject([
    { line: [{ approvers: [{ name: "이두나" }] }], leavers: [{ name: "김하나" }] },
  ]);
});

it("renames and deletes; a name stands for one line", async () => {
  await save("출장비", first);
  const line = existing((await save("장비", second)).at(-1));
  await expectRefusal(save("장비", first), "saved-line.name-taken");
  await expectRefusal(renameSavedLine(mine(), { savedLineId: line.id, name: "출장비" }), "saved-line.name-taken");
  await renameSavedLine(mine(), { savedLineId: line.id, name: "서버" });
  expect(await names()).toEqual(["출장비", "서버"]);
  await removeSavedLine(mine(), { savedLineId: line.id });
  expect(await names()).toEqual(["출장비"]);
  await expectRefusal(removeSavedLine(mine(), { savedLineId: line.id }), "saved-line.not-found");
});

it("two tabs at once keep both lines, and one of two equal names", async () => {
  await Promise.all([save("하나", first), save("둘", second)]);
  expect((await names()).sort()).toEqual(["둘", "하나"]);
  const outcomes = await Promise.allSettled([save("셋", first), save("셋", second)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("refuses one more than fit", async () => {
  for (let number = 1; number <= MAX_SAVED_LINES; number += 1) await save(`${number}`, first);
  await expectRefusal(save("또 하나", first), "saved-line.too-many");
});
