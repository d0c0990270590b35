import type { EmployeeId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyAllDocuments } from "../approvals/approvals.queries";
import type { Ctx } from "../context";
import { leaveBalance } from "../leave/leave.balance.queries";
import { reconcileLedger } from "../leave/leave.reconcile.mutations";
import { listLeaveRequests } from "../leave/leave.requests.queries";
import { actingAs } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { type TestContext, testContext } from "../testing/test-context";
import { loadDemoLeave } from "./demo-leave";
import { adjustmentStories, leaveStories } from "./demo-leave.data";
import { type DemoPerson, loadDemoPeople } from "./demo-people";
import { type Cast, loadCast } from "./demo-stage";

let test: TestContext;
let people: DemoPerson[];
let cast: Cast;
let durationMs: number;

beforeAll(async () => {
  test = await testContext();
  const demo: Ctx = { ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } };
  people = await loadDemoPeople(demo);
  cast = await loadCast(demo, people);
  const startedAt = performance.now();
  expect(await loadDemoLeave(demo, people)).toBe(leaveStories.length + adjustmentStories.length);
  durationMs = performance.now() - startedAt;
}, 120_000);
afterAll(() => test.close());

const as = (login: string) => actingAs(test.ctx, existing(cast.get(login)));

it("has requests in every state, over months, loaded in seconds", async () => {
  const rows: { status: string }[] = await test.ctx.mysql.query("SELECT DISTINCT status FROM leave_requests");
  const statuses = rows.map(({ status }) => status).sort();
  expect(statuses).toEqual(["APPROVED", "CANCELLED", "REJECTED", "REQUESTED", "WITHDRAWN"]);
  const own = await listLeaveRequests(as("haneul.kim"), {});
  expect(new Set(own.map(({ status }) => status)).size).toBe(5);
  expect(durationMs).toBeLessThan(30_000);
});

it("tells nearly every story, whatever day of the year it is", async () => {
  const [row] = await test.ctx.mysql.query("SELECT COUNT(*) AS requests FROM leave_requests");
  expect(Number(row.requests)).toBeGreaterThanOrEqual(leaveStories.length - 3);
});

it("has balances of every kind: much, little, none, held, adjusted, lapsed", async () => {
  const days = async (login: string) => (await leaveBalance(as(login), {})).availableMinutes / 480;
  expect(await days("doyun.heo")).toBe(0);
  expect(await days("sumin.moon")).toBeLessThan(4);
  expect(await days("sungho.park")).toBeGreaterThan(10);
  const { heldMinutes, usedMinutes, lots } = await leaveBalance(as("haneul.kim"), {});
  expect([heldMinutes, usedMinutes > 0, new Set(lots.map(({ kind }) => kind)).size]).toEqual([960, true, 2]);
});

it("is a ledger like any other: nothing to reconcile, every document verified, nothing waiting", async () => {
  expect(await reconcileLedger(test.ctx)).toEqual([]);
  const documents = await documentModel(test.ctx.mongo).countDocuments({});
  expect(await verifyAllDocuments(test.ctx, () => {})).toEqual({ verified: documents, broken: 0 });
  expect(await documentModel(test.ctx.mongo).countDocuments({ hasOutbox: true })).toBe(0);
  const future: { later: number }[] = await test.ctx.mysql.query(
    "SELECT COUNT(*) AS later FROM leave_ledger WHERE recorded_at > ?",
    [test.clock.now()],
  );
  expect(Number(future[0]?.later)).toBe(0);
});

it("is loaded once", async () => {
  const before = await leaveBalance(as("haneul.kim"), {});
  expect(await loadDemoLeave(test.ctx, people)).toBe(0);
  expect(await leaveBalance(as("haneul.kim"), {})).toEqual(before);
  expect(people.map(({ id }) => id)).toContain(cast.get("haneul.kim")?.id as EmployeeId);
});
