import { takeNamedLock } from "@erp/db/mysql/named-lock";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import { afterAll, beforeAll, expect, it } from "vitest";
import { leadByTurns } from "./leadership";
import { until } from "./testing/eventually";

let context: TestContext;

beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.close());

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));

it("one leads at a time, and the other follows when the first stops", async () => {
  const first = leadByTurns(context.ctx, "test", untilAborted);
  await until("the first leads", () => first.isLeading());
  const second = leadByTurns(context.ctx, "test", untilAborted);
  await first.stop();
  expect(first.isLeading()).toBe(false);
  await until("the second leads", () => second.isLeading(), 3000);
  await second.stop();
});

it("a leader whose connection is cut stops leading before another one does more than begin", async () => {
  const lock = await takeNamedLock(context.ctx.mysql, "probe", 0);
  expect(await takeNamedLock(context.ctx.mysql, "probe", 0)).toBeNull();
  lock?.release();

  let turns = 0;
  const leader = leadByTurns(context.ctx, "cut", (signal) => {
    turns += 1;
    return untilAborted(signal);
  });
  await until("it leads", () => leader.isLeading());
  const [{ holder }] = await context.ctx.mysql.query("SELECT IS_USED_LOCK(CONCAT(DATABASE(), ':cut')) AS holder");
  await context.ctx.mysql.query(`KILL ${Number(holder)}`);
  await until("it has noticed and leads again", () => turns === 2, 10_000);
  await leader.stop();
});
