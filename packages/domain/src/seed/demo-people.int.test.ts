import { koreanDate } from "@erp/contracts/dates";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../context";
import { managersAbove } from "../employees/employees.queries";
import { demoSignIn } from "../identity/identity.demo.mutations";
import { listDemoAccounts } from "../identity/identity.demo.queries";
import { exchangeTicket } from "../identity/identity.mutations";
import { buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { type DemoPerson, loadDemoPeople } from "./demo-people";

let test: TestContext;
let demo: Ctx;
let people: DemoPerson[];

beforeAll(async () => {
  test = await testContext();
  demo = { ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } };
});
afterAll(() => test.close());

it("is not loaded into the database of a real company, nor without the flag", async () => {
  await expectRefusal(loadDemoPeople(test.ctx), "identity.demo-only");
  const stranger = await buildEmployee(test.ctx);
  await expectRefusal(loadDemoPeople(demo), "identity.demo-only");
  expect(await listDemoAccounts(demo)).toEqual([]);
  await test.ctx.mysql.query(
    "UPDATE employees SET status = 'LEAVER', email = 'doyun.heo@hanbit.example' WHERE id = ?",
    [stranger.id],
  );
});

it("loads thirty people in four teams under the head office", async () => {
  people = await loadDemoPeople(demo);
  expect(people).toHaveLength(30);
  expect(new Set(people.map(({ department }) => department))).toEqual(
    new Set(["본사", "개발팀", "영업팀", "인사팀", "재무팀", "시험팀"]),
  );
  const haneul = people.find(({ login }) => login === "haneul.kim");
  expect((await managersAbove(demo, (haneul as DemoPerson).id)).map(({ name }) => name)).toEqual([
    "오동현",
    "임지혜",
    "박성호",
    "정태윤",
  ]);
});

it("spreads hire dates from this month to twelve years ago, with the promotions since", async () => {
  const [row] = await demo.mysql.query(
    "SELECT MIN(hire_date) AS first, MAX(hire_date) AS last FROM employees WHERE name <> '김하늘'",
  );
  expect(row).toEqual({ first: "2014-11-01", last: "2026-10-01" });
  const posts = await demo.mysql.query(
    "SELECT post.position, post.from_day AS fromDay FROM employee_posts post JOIN employees person ON person.id = post.employee_id WHERE person.email = 'sungho.park@hanbit.example' ORDER BY post.id",
  );
  expect(posts.map(({ position }: { position: string }) => position)).toEqual([
    "SAWON",
    "DAERI",
    "GWAJANG",
    "CHAJANG",
    "BUJANG",
  ]);
  const days: string[] = posts.map(({ fromDay }: { fromDay: string }) => fromDay);
  expect(days).toEqual([...days].sort());
  expect(days.at(-1)).toSatisfy((day: string) => day < koreanDate(demo.clock.now()));
});

it("is loaded once", async () => {
  const again = await loadDemoPeople(demo);
  expect(again).toEqual(people);
  const [row] = await demo.mysql.query(
    "SELECT COUNT(*) AS marks FROM audit_entries WHERE action = 'demo-company.loaded'",
  );
  expect(row.marks).toBe(1);
});

it("lets people in by their tile, and only by a tile", async () => {
  const accounts = await listDemoAccounts(demo);
  expect(accounts.map(({ name, role }) => `${name} ${role}`).slice(0, 3)).toEqual([
    "김하늘 STAFF",
    "박성호 MANAGER",
    "한지민 HR_ADMIN",
  ]);
  const hr = accounts[2];
  const result = await demoSignIn(
    demo,
    { employeeId: (hr as { employeeId: DemoPerson["id"] }).employeeId },
    "10.0.0.1",
  );
  const actor = await exchangeTicket(demo, result.next === "SIGNED_IN" ? result.ticket : "");
  expect(actor).toMatchObject({ id: hr?.employeeId, role: "HR_ADMIN" });

  const withoutTile = people.find(({ login }) => login === "minsu.kim") as DemoPerson;
  await expectRefusal(demoSignIn(demo, { employeeId: withoutTile.id }, "10.0.0.1"), "identity.demo-only");
});

it("is closed where the deployment does not say that it is the demo's", async () => {
  expect(await listDemoAccounts(test.ctx)).toEqual([]);
  const [haneul] = people;
  await expectRefusal(
    demoSignIn(test.ctx, { employeeId: (haneul as DemoPerson).id }, "10.0.0.1"),
    "identity.demo-only",
  );
});
