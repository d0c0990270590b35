import { buildEmployee } from "@erp/domain/testing/build-employee";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { environmentOf, runProgram } from "./testing/run-program";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await openPipeline();
});
afterAll(() => pipeline.close());

it("ledger:reconcile grants what is missing, says so, and finds nothing the second time", async () => {
  await buildEmployee(pipeline.ctx, { hireDate: "2024-03-04" as never });
  const environment = await environmentOf(pipeline);
  const run = async () => {
    const program = runProgram("commands", ["ledger:reconcile"], environment);
    return { code: await program.ended, stdout: program.output.stdout };
  };
  expect(await run()).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/missing: \d+ entries\n1 differences mended/),
  });
  expect(await run()).toMatchObject({ code: 0, stdout: "no drift\n" });
});
