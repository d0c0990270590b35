import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDepartment } from "../testing/build-department";
import { buildEmployee } from "../testing/build-employee";
import { type LargeCompany, openLargeCompany } from "../testing/large-company";
import { type TestContext, testContext } from "../testing/test-context";
import { suggestLine } from "./approvals.line.queries";

let test: TestContext;
let company: LargeCompany;
let clerk: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
  company = await openLargeCompany(test);
  const finance = await buildDepartment(test.ctx, { code: "FINANCE" });
  await buildEmployee(test.ctx, { departmentId: finance.id, role: "MANAGER" });
  let managerId: EmployeeRow["managerId"] = null;
  for (let height = 0; height < 5; height += 1)
    managerId = (await buildEmployee(test.ctx, { role: "MANAGER", managerId })).id;
  clerk = await buildEmployee(test.ctx, { managerId });
}, 120_000);
afterAll(async () => {
  await company.connection.destroy();
  await test.close();
});

it("reads the rule and whom it names in a company of ten thousand without reading the company", async () => {
  const ask = (amountKrw: number) =>
    company.counted(() => suggestLine(company.as(clerk), { formCode: "EXPENSE", amountKrw }));
  await ask(1);
  const { answer, rowsRead } = await ask(50_000_000);
  expect(answer.required.map(({ kind }) => kind)).toEqual([
    "APPROVAL",
    "APPROVAL",
    "APPROVAL",
    "APPROVAL",
    "AGREEMENT",
    "APPROVAL",
  ]);
  expect(rowsRead).toBeLessThan(100);
});
