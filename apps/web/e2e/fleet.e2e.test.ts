/** The programs as they are deployed: several of each, replaced while people work. */
import { waitUntil } from "@erp/local-stack/wait";
import { openSpanReceiver, type ReceivedSpan, type SpanReceiver } from "@erp/telemetry/testing/span-receiver";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emailOf } from "./demo-people";
import { type ApiClient, apiClientOf, type Visitor, visitAs } from "./fleet/api-client";
import { type Fleet, openFleet, type Program } from "./fleet/fleet";
import { startLoad, submit } from "./fleet/load";

let receiver: SpanReceiver;
let fleet: Fleet;
let webs: Program[];
let workers: Program[];
let requester: Visitor;
let approver: Visitor & { id: string };

beforeAll(async () => {
  receiver = await openSpanReceiver();
  // Nothing begins a trace by itself: only the request that asks for one is traced.
  fleet = await openFleet({ DRAIN_SECONDS: "3", OTEL_TRACES_SAMPLER_ARG: "0", ...receiver.settings });
  webs = [await fleet.start("web"), await fleet.start("web")];
  workers = [await fleet.start("workers"), await fleet.start("workers")];
  requester = await visitAs(fleet.balancer.url, emailOf("haneul.kim"), fleet.password);
  const visitor = await visitAs(fleet.balancer.url, emailOf("donghyun.oh"), fleet.password);
  approver = { ...visitor, id: (await apiClientOf(visitor).employees.me.query()).id };
}, 180_000);

afterAll(async () => {
  await fleet.close();
  await receiver.close();
});

/** How often somebody was told about each document, by its link. */
async function countNotifications(client: ApiClient, kind: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const page = await client.notifications.list.query({ limit: 100, ...(cursor && { cursor }) });
    for (const { kind: each, link } of page.items) if (each === kind) counts.set(link, (counts.get(link) ?? 0) + 1);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return counts;
}

it("E61: web and workers are replaced one by one under load: no request fails, every effect happens once", async () => {
  const load = startLoad(requester, approver, 4);
  for (const [name, programs] of [
    ["web", webs],
    ["workers", workers],
  ] as const) {
    for (const [index, old] of programs.entries()) {
      const next = await fleet.start(name);
      expect(await old.stop()).toBe(0);
      programs[index] = next;
    }
  }
  await load.stop();
  process.stdout.write(`rolled under load: ${load.requests} requests, ${load.failures.length} failed\n`);
  expect(load.failures).toEqual([]);
  expect(load.documentIds.length).toBeGreaterThan(10);

  const asked = apiClientOf(approver);
  const told = apiClientOf(requester);
  const links = load.documentIds.map((id) => `/approvals/${id}`);
  const onceEach = (counts: Map<string, number>) => links.every((link) => counts.get(link) === 1);
  await waitUntil(async () => onceEach(await countNotifications(told, "APPROVAL_APPROVED")), { everyMs: 500 });
  for (const [client, kind] of [
    [told, "APPROVAL_APPROVED"],
    [asked, "APPROVAL_REQUESTED"],
  ] as const) {
    const counts = await countNotifications(client, kind);
    expect([kind, ...links.filter((link) => counts.get(link) !== 1)]).toEqual([kind]);
  }
  for (const documentId of load.documentIds as Parameters<typeof told.approvals.document.query>[0]["documentId"][]) {
    const { status, history } = await told.approvals.document.query({ documentId });
    expect([documentId, status]).toEqual([documentId, "APPROVED"]);
    expect(new Set(history.map(({ kind }) => kind)).size).toBe(history.length);
  }
}, 300_000);

it("E62: one trace leads from the browser's request over the outbox, Kafka and a worker to the push", async () => {
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  await submit(apiClientOf({ ...requester, headers: { ...requester.headers, traceparent } }), approver.id);
  const trace = () => receiver.spans.filter((span) => span.traceId === traceId);
  const push = () =>
    trace().find(
      (span) =>
        span.name === "push signal" && wayTo(span, trace()).includes("workers: notifications approval.submitted"),
    );
  await waitUntil(() => push() !== undefined, { timeoutMs: 20_000 });
  expect(wayTo(push(), trace())).toEqual([
    "web: POST /api/trpc",
    "web: approvals.submit",
    "workers: outbox mongo",
    "workers: publish erp.approvals.v1",
    "workers: notifications approval.submitted",
    "workers: push signal",
  ]);
  expect(receiver.spans.every((span) => span.traceId === traceId)).toBe(true);
});

/** The names from the first span of the trace to the given one, each the parent of the next. */
function wayTo(last: ReceivedSpan | undefined, trace: readonly ReceivedSpan[]): string[] {
  if (!last) return [];
  const parent = trace.find(({ spanId }) => spanId === last.parentId);
  return [...wayTo(parent, trace), `${last.program}: ${last.name}`];
}
