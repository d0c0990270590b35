import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { checkIn } from "@erp/domain/attendance/attendance.mutations";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { silentLog } from "@erp/telemetry/log";
import { startTracing } from "@erp/telemetry/start-tracing";
import { openSpanReceiver, type ReceivedSpan, type SpanReceiver } from "@erp/telemetry/testing/span-receiver";
import { inSpan } from "@erp/telemetry/tracing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { notificationsConsumer } from "./consumers/notifications";
import { signalsConsumer } from "./consumers/signals";
import { readEnv, soketiEnv } from "./env";
import { openRealtime, type Realtime } from "./realtime";
import { expense, submitAs } from "./testing/documents";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";

const consumers = [approvalsConsumer, notificationsConsumer, signalsConsumer];

let receiver: SpanReceiver;
let stopTracing: () => Promise<void>;
let pipeline: Pipeline;
let realtime: Realtime;
let requester: EmployeeRow;
let approver: EmployeeRow;

beforeAll(async () => {
  receiver = await openSpanReceiver();
  const endpoint = receiver.settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  stopTracing = await startTracing({ program: "test", endpoint, sampledShare: 1 });
  pipeline = await openPipeline();
  realtime = openRealtime(readEnv(soketiEnv), silentLog);
  await pipeline.start({ consumers, ctx: { ...pipeline.ctx, signals: realtime } });
  [requester, approver] = (await Promise.all([1, 2].map(() => buildEmployee(pipeline.ctx)))) as [
    EmployeeRow,
    EmployeeRow,
  ];
});

afterAll(async () => {
  await pipeline.close();
  realtime.close();
  await stopTracing();
  await receiver.close();
});

/** Does something as a request; answers the trace's spans as soon as the one with this name was sent. */
async function traceOf(request: string, work: () => Promise<unknown>, lastSpan: string): Promise<ReceivedSpan[]> {
  await inSpan(request, { kind: "server" }, work);
  await pipeline.settle(consumers);
  const trace = () => {
    const first = receiver.spans.find(({ name }) => name === request);
    return receiver.spans.filter(({ traceId }) => traceId === first?.traceId);
  };
  await until(`the span "${lastSpan}" has come`, () => trace().some(({ name }) => name === lastSpan));
  return trace();
}

/** The names from the first span of the trace to the given one, each the parent of the next. */
function wayTo(last: ReceivedSpan | undefined, trace: readonly ReceivedSpan[]): string[] {
  if (!last) return [];
  const parent = trace.find(({ spanId }) => spanId === last.parentId);
  return [...wayTo(parent, trace), last.name];
}

const pushIn = (trace: readonly ReceivedSpan[], consumer: string) =>
  trace.find((span) => span.name === "push signal" && wayTo(span, trace).includes(consumer));

it("E62: one trace leads from a request over a document's outbox and Kafka to the worker and its push", async () => {
  const submit = () => submitAs(pipeline.ctx, requester, expense([approver]));
  const trace = await traceOf("submit", submit, "push signal");
  for (const consumer of ["approvals approval.submitted", "notifications approval.submitted"]) {
    expect(wayTo(pushIn(trace, consumer), trace)).toEqual([
      "submit",
      "outbox mongo",
      "publish erp.approvals.v1",
      consumer,
      "push signal",
    ]);
  }
  const stores = trace.map(({ attributes }) => attributes["db.system.name"]);
  expect(stores).toEqual(expect.arrayContaining(["mongodb", "mysql", "redis"]));
});

it("E62: and over MySQL's outbox", async () => {
  const trace = await traceOf("check in", () => checkIn(actingAs(pipeline.ctx, requester)), "push signal");
  expect(wayTo(pushIn(trace, "signals attendance.checked-in"), trace)).toEqual([
    "check in",
    "outbox mysql",
    "publish erp.attendance.v1",
    "signals attendance.checked-in",
    "push signal",
  ]);
});

it("no span tells what people wrote", async () => {
  const submit = () => submitAs(pipeline.ctx, requester, expense([approver], { title: "비밀 계약" }));
  const trace = await traceOf("submit a secret", submit, "push signal");
  expect(JSON.stringify(trace)).not.toContain("비밀");
});
