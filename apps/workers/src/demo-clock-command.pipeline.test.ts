import { koreanDate } from "@erp/contracts/dates";
import { openDemoClock } from "@erp/domain/demo-clock";
import { buildEmployee } from "@erp/domain/testing/build-employee";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { environmentOf, runProgram } from "./testing/run-program";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await openPipeline();
});
afterAll(() => pipeline.close());

const run = async (day: string, demo: "0" | "1") => {
  const environment = { ...(await environmentOf(pipeline)), DEMO_COMPANY: demo };
  const program = runProgram("commands", ["demo:clock", day], environment);
  return { code: await program.ended, ...program.output };
};

it("demo:clock moves every program of the demo on, leave follows at once, and no other company's clock moves", async () => {
  const { ctx, clock } = pipeline;
  clock.followRealTime();
  const { id } = await buildEmployee(ctx, { hireDate: koreanDate(clock.now()) });
  const day = `${Number(koreanDate(clock.now()).slice(0, 4)) + 2}-01-01`;
  expect(await run(day, "0")).toMatchObject({ code: 1, stdout: "" });
  expect(await run("tomorrow", "1")).toMatchObject({ code: 2 });

  expect(await run(day, "1")).toMatchObject({ code: 0, stdout: expect.stringContaining(`the demo is at ${day} now`) });
  const opened = await openDemoClock(ctx.mongo);
  opened.stop();
  expect(koreanDate(opened.now())).toBe(day);
  const [account] = await ctx.mysql.query(
    "SELECT balance_minutes AS minutes FROM leave_accounts WHERE employee_id = ?",
    [id],
  );
  expect(account.minutes).toBe(15 * 480);
  expect(await run(koreanDate(clock.now()), "1")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("forward"),
  });
});
