import { buildEmployee } from "@erp/domain/testing/build-employee";
import { metricNames } from "@erp/telemetry/metric-names";
import { registry } from "@erp/telemetry/metrics";
import { afterAll, beforeAll, expect, it } from "vitest";
import { notificationsConsumer } from "./consumers/notifications";
import { startMeasuring } from "./measuring";
import { documentOutbox, mysqlOutbox } from "./outboxes";
import { expense, submitAs } from "./testing/documents";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";

let pipeline: Pipeline;

beforeAll(async () => {
  pipeline = await openPipeline();
});
afterAll(() => pipeline.close());

async function gauge(name: string, labels: Record<string, string>): Promise<number | undefined> {
  const { values } = (await registry.getSingleMetric(name)?.get()) ?? { values: [] };
  const found = values.find((value) =>
    Object.entries(labels).every(([label, wanted]) => value.labels[label] === wanted),
  );
  return found?.value;
}

it("E62: what waits and what lags is measured by programs that neither relay nor consume", async () => {
  const { ctx, kafka } = pipeline;
  const [requester, approver] = await Promise.all([buildEmployee(ctx), buildEmployee(ctx)]);
  await submitAs(ctx, requester, expense([approver]));
  await submitAs(ctx, requester, expense([approver]));
  const publisher = kafka.openPublisher();
  await publisher.publish([1, 2, 3].map((n) => ({ topic: "erp.approvals.v1", key: String(n), value: "{}" })));
  await publisher.close();

  const stop = startMeasuring(kafka, [notificationsConsumer], [mysqlOutbox(ctx), documentOutbox(ctx)]);
  const lag = () => gauge(metricNames.consumerLag, { group: "notifications", topic: "erp.approvals.v1" });
  await until("lag and waiting events are known", async () => {
    return (await lag()) === 3 && (await gauge(metricNames.outboxWaiting, { store: "mongo" })) === 2;
  });
  // The pipeline's clock stands still somewhere in the past.
  expect(await gauge(metricNames.outboxOldestAge, { store: "mongo" })).toBeGreaterThan(0);
  expect(await gauge(metricNames.outboxWaiting, { store: "mysql" })).toBe(0);
  expect(await gauge(metricNames.outboxOldestAge, { store: "mysql" })).toBe(0);
  await stop();
});
