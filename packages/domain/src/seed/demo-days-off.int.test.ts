import { koreanDate } from "@erp/contracts/dates";
import { workState } from "@erp/contracts/quests";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attendanceToday } from "../attendance/attendance.queries";
import { listTeam } from "../attendance/attendance.team.queries";
import type { Ctx } from "../context";
import { explainLeave } from "../leave/leave.balance.queries";
import { reconcileLedger } from "../leave/leave.reconcile.mutations";
import { listQuestBudgets } from "../quests/quests.budget.queries";
import { listQuests } from "../quests/quests.queries";
import { actingAs } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { type TestContext, testContext } from "../testing/test-context";
import { loadDemoAttendance } from "./demo-attendance";
import { type DemoPerson, loadDemoPeople } from "./demo-people";
import { loadDemoQuests } from "./demo-quests";
import { demoQuests } from "./demo-quests.data";
import { type Cast, loadCast } from "./demo-stage";

let test: TestContext;
let demo: Ctx;
let people: DemoPerson[];
let cast: Cast;
let durationMs: number;

beforeAll(async () => {
  test = await testContext();
  test.clock.set("2026-11-20T11:00:00+09:00");
  demo = { ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } };
  people = await loadDemoPeople(demo);
  cast = await loadCast(demo, people);
  const startedAt = performance.now();
  expect(await loadDemoAttendance(demo, people)).toBeGreaterThan(2000);
  expect(await loadDemoQuests(demo, people)).toBe(demoQuests.length);
  durationMs = performance.now() - startedAt;
}, 120_000);
afterAll(() => test.close());

const as = (login: string) => actingAs(demo, existing(cast.get(login)));

it("loads months of attendance and the quests in seconds, once", async () => {
  expect(durationMs).toBeLessThan(15_000);
  expect([await loadDemoAttendance(demo, people), await loadDemoQuests(demo, people)]).toEqual([0, 0]);
});

it("leaves the first tile one check-in away from a day off, with the rewards before it paid", async () => {
  expect(await attendanceToday(as("haneul.kim"))).toMatchObject({ attendance: null, progress: 29, rewards: 3 });
  const rewards = (await explainLeave(as("haneul.kim"), {})).filter(({ lot }) => lot.kind === "ATTENDANCE");
  expect(rewards.map(({ kind, minutes }) => [kind, minutes])).toEqual(Array(3).fill(["GRANT", 480]));
  expect(await reconcileLedger(demo).then((drift) => drift.filter(({ kind }) => kind !== "grants-differ"))).toEqual([]);
});

it("has nobody in the future, nobody before their hire date, and some days without a check-out", async () => {
  const [row] = await demo.mysql.query(
    `SELECT SUM(attended.day > ?) AS future, SUM(attended.checked_in_at > ?) AS notYet, SUM(attended.day < person.hire_date) AS early,
            SUM(attended.closing = 'FORGOTTEN') AS forgotten, SUM(attended.closing IS NULL AND attended.day < ?) AS open
       FROM attendance_days attended JOIN employees person ON person.id = attended.employee_id`,
    [koreanDate(test.clock.now()), test.clock.now(), koreanDate(test.clock.now())],
  );
  expect([row.future, row.notYet, row.early, row.open].map(Number)).toEqual([0, 0, 0, 0]);
  expect(Number(row.forgotten)).toBeGreaterThan(10);
});

it("has people of a team in and missing today", async () => {
  const { items } = await listTeam(as("sungho.park"), { limit: 100 });
  const presences = items.map(({ presence }) => presence);
  expect(new Set(presences)).toEqual(new Set(["IN", "MISSING"]));
});

it("has quests in every state, within their budgets", async () => {
  const all = await Promise.all(
    ["sungho.park", "kyunghee.lee", "youngsoo.yoon", "jimin.han"].map((login) => listQuests(as(login), { limit: 100 })),
  );
  const works = all.flatMap(({ items }) => items.flatMap(({ work }) => work));
  expect(new Set(works.map(({ state }) => state))).toEqual(new Set(workState.options));
  const offers = (await listQuests(as("haneul.kim"), { limit: 100 })).items;
  expect(new Set(offers.flatMap(({ allowedActions }) => allowedActions))).toEqual(
    new Set(["accept", "report", "claim"]),
  );
  const budgets = await listQuestBudgets(as("jimin.han"), { month: "2026-11" });
  expect(budgets.filter(({ limitHalfDays }) => limitHalfDays !== null)).toHaveLength(4);
  for (const { limitHalfDays, reservedHalfDays } of budgets)
    expect(reservedHalfDays).toBeLessThanOrEqual(limitHalfDays ?? 0);
});
