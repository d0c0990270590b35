import type { CalendarDate } from "@erp/contracts/dates";
import { koreanDate } from "@erp/contracts/dates";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "./context";
import { moveDemoClock, openDemoClock } from "./demo-clock";
import { accrueAll } from "./leave/leave.accrual.mutations";
import { leaveBalance } from "./leave/leave.balance.queries";
import { actingAs, buildEmployee } from "./testing/build-employee";
import { expectRefusal } from "./testing/expect-refusal";
import { type TestContext, testContext } from "./testing/test-context";

let test: TestContext;
let demo: Ctx;

beforeAll(async () => {
  test = await testContext();
  test.clock.followRealTime();
  demo = { ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } };
});
afterAll(() => test.close());

const nextYear = () => `${Number(koreanDate(test.clock.now()).slice(0, 4)) + 1}-01-01` as CalendarDate;

it("moves only the demo's clock, only forward", async () => {
  await expectRefusal(moveDemoClock(test.ctx, nextYear()), "identity.demo-only");
  await expect(moveDemoClock(demo, "2020-01-01" as CalendarDate)).rejects.toThrow("only goes forward");
});

it("is followed by every program that has it open, and by leave", async () => {
  const program = await openDemoClock(demo.mongo);
  const hireDate = koreanDate(test.clock.now());
  const person = await buildEmployee(demo, { hireDate });
  const moved = await moveDemoClock(demo, nextYear());
  expect(koreanDate(moved.clock.now())).toBe(nextYear());
  await expect.poll(() => koreanDate(program.now())).toBe(nextYear());
  program.stop();

  const later = await moveDemoClock(moved, `${Number(nextYear().slice(0, 4)) + 1}-02-01` as CalendarDate);
  await accrueAll(later);
  const { availableMinutes } = await leaveBalance(actingAs(later, person), {});
  expect(availableMinutes).toBe(15 * 480);
});
