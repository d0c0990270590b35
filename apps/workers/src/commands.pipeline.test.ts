import { deadLetterTopic } from "@erp/contracts/topics";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { countQueue } from "@erp/domain/approvals/approvals.queues.queries";
import { buildEmployee } from "@erp/domain/testing/build-employee";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { expense, submitAs } from "./testing/documents";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { environmentOf, runProgram } from "./testing/run-program";

let pipeline: Pipeline;
let environment: Record<string, string>;
let requester: EmployeeRow;
let approver: EmployeeRow;

beforeAll(async () => {
  pipeline = await openPipeline();
  environment = await environmentOf(pipeline);
  await pipeline.start({ consumers: [approvalsConsumer] });
  [requester, approver] = (await Promise.all([buildEmployee(pipeline.ctx), buildEmployee(pipeline.ctx)])) as [
    EmployeeRow,
    EmployeeRow,
  ];
});

afterAll(() => pipeline.close());

async function command(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const program = runProgram("commands", args, environment);
  return { code: await program.ended, ...program.output };
}

describe("commands", () => {
  it("migrate can be run again", async () => {
    expect(await command("migrate")).toMatchObject({ code: 0, stdout: expect.stringContaining("topics are there") });
  });

  it("approvals:verify ends with 0 while every history fits, and with 1 when one was altered", async () => {
    const { id } = await submitAs(pipeline.ctx, requester, expense([approver]));
    expect(await command("approvals:verify")).toMatchObject({ code: 0, stdout: "1 documents verified, 0 altered\n" });

    const documents = documentModel(pipeline.ctx.mongo);
    await documents.collection.updateOne({ _id: id as never }, { $set: { "values.amountKrw": 3_000_000 } });
    const { code, stdout } = await command("approvals:verify");
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ EXP-\d{4}-\d{6}: altered/);
  });

  it("approvals:rebuild-queues fills the queues of a wiped Redis", async () => {
    await submitAs(pipeline.ctx, requester, expense([approver]));
    await pipeline.settle([approvalsConsumer]);
    await pipeline.ctx.redis.flushdb();
    expect(await command("approvals:rebuild-queues")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("2 documents"),
    });
    expect(await countQueue(pipeline.ctx, approver.id)).toBe(2);
  });

  it("events:tail shows what happens, until it is stopped", async () => {
    const program = runProgram("commands", ["events:tail", "erp.approvals.v1"], environment);
    await until("an event is shown", async () => {
      await submitAs(pipeline.ctx, requester, expense([approver]));
      await new Promise((resolve) => setTimeout(resolve, 500));
      return program.output.stdout.includes("approval.submitted");
    });
    program.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(program.output.stdout).toContain(`by ${requester.id}`);
  });

  it("events:redrive names a dead letter without headers, passes it over and sends back what lies behind it", async () => {
    const publisher = pipeline.kafka.openPublisher();
    const topic = "erp.approvals.v1";
    const key = "same-partition";
    await publisher.publish([{ topic: deadLetterTopic(topic), key, value: "put there by hand" }]);
    await publisher.publish([{ topic, key, value: "not json" }]);
    await publisher.close();
    await pipeline.settle([approvalsConsumer]);

    const redriven = await command("events:redrive", topic);
    expect(redriven).toMatchObject({ code: 1, stdout: `1 dead letters of ${topic} sent back, 1 passed over\n` });
    expect(redriven.stderr).toMatch(/^erp\.approvals\.v1\.dead\/\d+@0 .+: passed over$/m);
    // What no group can read came back as a new dead letter; the one passed over is not met again.
    await pipeline.settle([approvalsConsumer]);
    expect(await command("events:redrive", topic)).toMatchObject({
      code: 0,
      stdout: `1 dead letters of ${topic} sent back, 0 passed over\n`,
    });
  });

  it("says what is wrong with its arguments and ends with 2", async () => {
    expect(await command("events:redrive", "erp.typo.v1")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("erp.approvals.v1"),
    });
    expect(await command("events:replay", "erp.approvals.v1")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--from"),
    });
    expect(await command("typo")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("events:replay <topic> --from"),
    });
  });
});
