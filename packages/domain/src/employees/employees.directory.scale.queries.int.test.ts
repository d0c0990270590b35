import { type ListDirectoryInput, listDirectoryInput } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import { position } from "@erp/contracts/roles";
import { openMysql } from "@erp/db/mysql/data-source";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { type TestContext, testContext } from "../testing/test-context";
import { listDirectory, listRoster } from "./employees.directory.queries";

const PEOPLE = 10_000;
const TEAMS = 50;

let test: TestContext;
let connection: DataSource;
let asHr: Ctx;
let officeId: DepartmentId;
const teams: DepartmentId[] = [];

beforeAll(async () => {
  test = await testContext();
  officeId = (await buildDepartment(test.ctx)).id;
  for (let team = 0; team < TEAMS; team += 1) teams.push((await buildDepartment(test.ctx, { parentId: officeId })).id);
  await insertPeople();
  const hr = await buildEmployee(test.ctx, { role: "HR_ADMIN", departmentId: officeId });
  const admin = await openMysql(test.stores.mysqlAdminUrl, 1);
  await admin.query("ANALYZE TABLE employees, departments");
  await admin.destroy();
  // One connection, because the server counts the rows it reads for each.
  connection = await openMysql(test.stores.mysqlUrl, 1);
  asHr = { ...actingAs(test.ctx, hr), mysql: connection };
});
afterAll(async () => {
  await connection.destroy();
  await test.close();
});

/** A page is thirty rows; ten thousand would be everybody. */
const FEW_ROWS = 500;

const filters: [what: string, chosen: () => Partial<ListDirectoryInput>][] = [
  ["everybody", () => ({})],
  ["a team", () => ({ departmentId: teams[7] })],
  ["a team AND a position", () => ({ departmentId: teams[7], position: "GWAJANG" })],
  ["a position", () => ({ position: "GWAJANG" })],
  ["a common name", () => ({ search: "김민" })],
];

it.each(filters)("a page of %s is found without reading all, and so is the next", async (_, chosen) => {
  const input = listDirectoryInput.parse(chosen());
  const first = await counted(() => listDirectory(asHr, input));
  const second = await counted(() => listDirectory(asHr, { ...input, cursor: first.page.nextCursor ?? undefined }));
  expect([first.page.items.length, second.page.items.length]).toEqual([30, 30]);
  expect(Math.max(first.rowsRead, second.rowsRead)).toBeLessThan(FEW_ROWS);
});

it("a page from the middle is entered by the index, not walked to", async () => {
  const [halfway]: { id: string }[] = await connection.query(
    "SELECT id FROM employees ORDER BY name LIMIT 1 OFFSET 5000",
  );
  const { page, rowsRead } = await counted(() =>
    listDirectory(asHr, listDirectoryInput.parse({ cursor: halfway?.id })),
  );
  expect(page.items).toHaveLength(30);
  expect(rowsRead).toBeLessThan(FEW_ROWS);
});

it("a page of the roster is found without reading all, for a manager of everybody and for HR", async () => {
  const chief = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER", departmentId: officeId }));
  for (const ctx of [{ ...chief, mysql: connection }, asHr]) {
    const { page, rowsRead } = await counted(() => listRoster(ctx, listDirectoryInput.parse({})));
    expect(page.items).toHaveLength(30);
    expect(rowsRead).toBeLessThan(FEW_ROWS);
  }
});

async function counted<Page>(run: () => Promise<Page>): Promise<{ page: Page; rowsRead: number }> {
  const before = await countRowsRead();
  const page = await run();
  return { page, rowsRead: (await countRowsRead()) - before };
}

const countRowsRead = () => countHandled("Handler_read%");

async function countHandled(pattern: string): Promise<number> {
  const counters: { Value: string }[] = await connection.query("SHOW SESSION STATUS LIKE ?", [pattern]);
  return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
}

async function insertPeople(): Promise<void> {
  const families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"];
  const given = ["민준", "서연", "도윤", "지우", "하준", "서현", "민서", "예준", "지민", "수아"];
  const rows = Array.from({ length: PEOPLE }, (_, index) => [
    newId<EmployeeId>(test.clock),
    `person-${index}@hanbit.example`,
    `${families[index % 10]}${given[Math.floor(index / 10) % 10]}`,
    teams[(index * 7) % TEAMS],
    position.options[Math.floor(index / 3) % 5],
    "STAFF",
    "2024-03-04",
    2400,
    "ACTIVE",
    1,
    test.clock.now(),
  ]);
  await test.ctx.mysql.query(
    "INSERT INTO employees (id, email, name, department_id, position, role, hire_date, weekly_minutes, status, version, created_at) VALUES ?",
    [rows],
  );
}
