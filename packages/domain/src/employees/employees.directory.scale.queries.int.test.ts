import { type ListDirectoryInput, listDirectoryInput } from "@erp/contracts/employees";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../context";
import { buildEmployee } from "../testing/build-employee";
import { type LargeCompany, openLargeCompany } from "../testing/large-company";
import { type TestContext, testContext } from "../testing/test-context";
import { listDirectory, listRoster } from "./employees.directory.queries";

let test: TestContext;
let company: LargeCompany;
let asHr: Ctx;

beforeAll(async () => {
  test = await testContext();
  company = await openLargeCompany(test);
  asHr = company.as(await buildEmployee(test.ctx, { role: "HR_ADMIN", departmentId: company.officeId }));
});
afterAll(async () => {
  await company.connection.destroy();
  await test.close();
});

/** A page is thirty rows; ten thousand would be everybody. */
const FEW_ROWS = 500;

const filters: [what: string, chosen: () => Partial<ListDirectoryInput>][] = [
  ["everybody", () => ({})],
  ["a team", () => ({ departmentId: company.teams[7] })],
  ["a team AND a position", () => ({ departmentId: company.teams[7], position: "GWAJANG" })],
  ["a position", () => ({ position: "GWAJANG" })],
  ["a common name", () => ({ search: "김민" })],
];

it.each(filters)("a page of %s is found without reading all, and so is the next", async (_, chosen) => {
  const input = listDirectoryInput.parse(chosen());
  const first = await company.counted(() => listDirectory(asHr, input));
  const second = await company.counted(() =>
    listDirectory(asHr, { ...input, cursor: first.answer.nextCursor ?? undefined }),
  );
  expect([first.answer.items.length, second.answer.items.length]).toEqual([30, 30]);
  expect(Math.max(first.rowsRead, second.rowsRead)).toBeLessThan(FEW_ROWS);
});

it("a page from the middle is entered by the index, not walked to", async () => {
  const [halfway]: { id: string }[] = await company.connection.query(
    "SELECT id FROM employees ORDER BY name LIMIT 1 OFFSET 5000",
  );
  const { answer, rowsRead } = await company.counted(() =>
    listDirectory(asHr, listDirectoryInput.parse({ cursor: halfway?.id })),
  );
  expect(answer.items).toHaveLength(30);
  expect(rowsRead).toBeLessThan(FEW_ROWS);
});

it("a page of the roster is found without reading all, for a manager of everybody and for HR", async () => {
  const chief = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: company.officeId });
  for (const ctx of [company.as(chief), asHr]) {
    const { answer, rowsRead } = await company.counted(() => listRoster(ctx, listDirectoryInput.parse({})));
    expect(answer.items).toHaveLength(30);
    expect(rowsRead).toBeLessThan(FEW_ROWS);
  }
});
