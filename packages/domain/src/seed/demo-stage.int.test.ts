import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestContext, testContext } from "../testing/test-context";
import { loadDemoCompany } from "./demo-company";

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
  test.clock.set("2026-11-24T00:20:00+09:00");
  await loadDemoCompany({ ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } });
}, 120_000);
afterAll(() => test.close());

it("a company loaded at night has nothing that lies in the future", async () => {
  const { mysql, mongo } = test.ctx;
  const now = test.clock.now();
  const countAfter = async (table: string, column: string) => {
    const [row] = await mysql.query(`SELECT COUNT(*) AS count FROM ${table} WHERE ${column} > ?`, [now]);
    return [table, Number(row.count)];
  };
  const counts = await Promise.all([
    countAfter("audit_entries", "at"),
    countAfter("quests", "created_at"),
    countAfter("leave_ledger", "recorded_at"),
    countAfter("attendance_days", "checked_in_at"),
  ]);
  const documents = await mongo.collection("approval_documents").countDocuments({ submittedAt: { $gt: now } });
  expect(Object.fromEntries([...counts, ["documents", documents]])).toEqual({
    audit_entries: 0,
    quests: 0,
    leave_ledger: 0,
    attendance_days: 0,
    documents: 0,
  });
});
