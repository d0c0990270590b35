import { createIsolatedStores, type IsolatedStores } from "@erp/local-stack/testing";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateAll } from "../../migrate";
import { openMysql } from "../data-source";
import { CreateEmployeeWeeklyHours1763816000000 } from "./1763816000000-create-employee-weekly-hours";

let stores: IsolatedStores;
let admin: DataSource;

const ids = {
  constant: "01JDCA5N8QG7X2M4R6T9VWYZ0A",
  changed: "01JDCA5N8QG7X2M4R6T9VWYZ0B",
  coming: "01JDCA5N8QG7X2M4R6T9VWYZ0C",
};
const department = "01JDCA5N8QG7X2M4R6T9VWYZ0D";

beforeAll(async () => {
  stores = await createIsolatedStores(migrateAll);
  admin = await openMysql(stores.mysqlAdminUrl, 2);
  await admin.query(
    "INSERT INTO departments (id, code, name_ko, name_en, created_at) VALUES (?, 'X', 'x', 'x', NOW(3))",
    [department],
  );
  await enter(ids.constant, "2024-03-04", 2400);
  await enter(ids.changed, "2020-01-02", 1200);
  await enter(ids.coming, "2027-01-04", 1500);
  let entry = 0;
  const edit = (id: string, at: string, detail: object) => {
    entry += 1;
    const row = [`01JDCA5N8QG7X2M4R6T9VWYZE${entry}`, id, JSON.stringify(detail), at];
    return admin.query(
      "INSERT INTO audit_entries (id, actor_id, action, subject, detail, at) VALUES (?, NULL, 'employee.edited', ?, ?, ?)",
      row,
    );
  };
  await edit(ids.constant, "2025-05-05 01:00:00", { name: { before: "a", after: "b" } });
  await edit(ids.changed, "2024-06-30 15:30:00", { weeklyMinutes: { before: 2400, after: 900 } });
  await edit(ids.changed, "2024-07-01 02:00:00", { weeklyMinutes: { before: 900, after: 1800 } });
  await edit(ids.changed, "2026-02-01 02:00:00", { weeklyMinutes: { before: 1800, after: 1200 }, name: {} });
  await edit(ids.coming, "2026-11-20 02:00:00", { weeklyMinutes: { before: 2400, after: 1500 } });
  for (const [id, weeklyMinutes] of [
    [ids.constant, 2400],
    [ids.changed, 2400],
    [ids.changed, 1200],
  ] as const)
    await enterLot(id, weeklyMinutes);
  const runner = admin.createQueryRunner();
  const migration = new CreateEmployeeWeeklyHours1763816000000();
  await migration.down(runner);
  await migration.up(runner);
  await runner.release();
});
afterAll(async () => {
  await admin.destroy();
  await stores.remove();
});

async function enter(id: string, hireDate: string, weeklyMinutes: number): Promise<void> {
  await admin.query(
    `INSERT INTO employees (id, email, name, department_id, position, role, hire_date, weekly_minutes, status, version, created_at)
     VALUES (?, ?, 'x', ?, 'SAWON', 'STAFF', ?, ?, 'ACTIVE', 1, NOW(3))`,
    [id, `${id}@hanbit.example`, department, hireDate, weeklyMinutes],
  );
  await admin.query("INSERT INTO leave_accounts (employee_id, balance_minutes) VALUES (?, 0)", [id]);
}

async function enterLot(id: string, weeklyMinutes: number): Promise<void> {
  await admin.query(
    `INSERT INTO leave_lots (lot_key, employee_id, kind, rule, starts_on, expires_on, weekly_minutes, created_at)
     VALUES (?, ?, 'STATUTORY', 'LSA-60-1', '2026-01-01', '2026-12-31', ?, NOW(3))`,
    [`statutory:${id}:${weeklyMinutes}`, id, weeklyMinutes],
  );
}

it("fills the history from what the audit log knows, and from today's hours where nothing was changed", async () => {
  const rows = await admin.query(
    "SELECT employee_id AS id, from_day AS fromDay, weekly_minutes AS weeklyMinutes FROM employee_weekly_hours ORDER BY employee_id, from_day",
  );
  expect(rows).toEqual([
    { id: ids.constant, fromDay: "2024-03-04", weeklyMinutes: 2400 },
    { id: ids.changed, fromDay: "2020-01-02", weeklyMinutes: 2400 },
    // Half past midnight and eleven in Seoul are one day; the later edit holds.
    { id: ids.changed, fromDay: "2024-07-01", weeklyMinutes: 1800 },
    { id: ids.changed, fromDay: "2026-02-01", weeklyMinutes: 1200 },
    { id: ids.coming, fromDay: "2027-01-04", weeklyMinutes: 1500 },
  ]);
});

it("lets lots follow the history where it says the same, and keeps the week of those of a changed contract", async () => {
  const rows = await admin.query(
    "SELECT employee_id AS id, weekly_minutes AS weeklyMinutes FROM leave_lots ORDER BY employee_id, lot_key",
  );
  expect(rows).toEqual([
    { id: ids.constant, weeklyMinutes: null },
    { id: ids.changed, weeklyMinutes: 1200 },
    { id: ids.changed, weeklyMinutes: 2400 },
  ]);
});
