import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { buildEmployee } from "@erp/domain/testing/build-employee";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { notificationsConsumer } from "./consumers/notifications";
import { expense, notificationsOf, submitAs } from "./testing/documents";
import { eventually, until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { environmentOf, type Program, runProgram } from "./testing/run-program";

const consumers = [approvalsConsumer, notificationsConsumer];

let pipeline: Pipeline;
let environment: Record<string, string>;
let programs: Program[] = [];

beforeAll(async () => {
  pipeline = await openPipeline();
  environment = await environmentOf(pipeline);
});

afterAll(async () => {
  for (const program of programs) program.kill("SIGKILL");
  programs = [];
  await pipeline.close();
});

function start(settings: Record<string, string> = {}): Program {
  const program = runProgram("main", [], { ...environment, ...settings });
  programs.push(program);
  return program;
}

/** Log lines of the program, as objects. */
function linesOf({ output }: Program): Record<string, unknown>[] {
  return output.stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}

async function healthUrlOf(program: Program): Promise<string> {
  const port = await eventually(
    "the program has started",
    () => linesOf(program).find(({ msg }) => msg === "started")?.healthPort ?? null,
  );
  return `http://127.0.0.1:${port}`;
}

async function isReady(url: string): Promise<boolean> {
  return (await fetch(`${url}/readyz`)).ok;
}

describe("the workers", () => {
  it("E61: get ready, do their work, tell about it, and stop when asked", async () => {
    const { ctx } = pipeline;
    const program = start();
    const url = await healthUrlOf(program);
    await until("ready", () => isReady(url));
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: "ok", missing: [] });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const [requester, approver] = (await Promise.all([buildEmployee(ctx), buildEmployee(ctx)])) as [
      EmployeeRow,
      EmployeeRow,
    ];
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const { id } = await submitAs({ ...ctx, traceparent }, requester, expense([approver]));
    await pipeline.settle(consumers);
    expect(await notificationsOf(ctx, approver)).toHaveLength(1);
    const told = linesOf(program).filter(({ msg, key }) => msg === "message" && key === id);
    expect(told.map(({ group }) => group).sort()).toEqual(["approvals", "notifications"]);
    expect(told[0]).toMatchObject({
      event: "approval.submitted",
      outcome: "handled",
      attempt: 1,
      traceparent,
      level: 30,
    });

    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(
      /erp_message_duration_seconds_count\{group="notifications",event="approval\.submitted",outcome="handled"\} 1/,
    );
    expect(metrics).toMatch(/erp_outbox_published_total\{store="mongo"\} 1/);

    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(linesOf(program).at(-1)?.msg).toBe("stopped");
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it("E61: name the servers that do not answer, and live on", async () => {
    const program = start({
      SOKETI_URL: "http://127.0.0.1:9",
      KAFKA_BROKERS: "127.0.0.1:9",
      WORKERS: "relay,approvals",
    });
    const url = await healthUrlOf(program);
    const answer = await fetch(`${url}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: "waiting", missing: ["kafka", "soketi"] });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
  });

  it("say every missing variable at once", async () => {
    const { KAFKA_BROKERS: _kafka, SOKETI_URL: _soketi, ...incomplete } = environment;
    const program = runProgram("main", [], { ...incomplete, WORKERS: "relay,typo" });
    expect(await program.ended).toBe(1);
    for (const name of ["KAFKA_BROKERS", "SOKETI_URL", "WORKERS"]) expect(program.output.stderr).toContain(name);
  });
});
