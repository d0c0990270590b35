import type { Topic } from "@erp/contracts/topics";
import { consumerLag, outboxAgeSeconds, outboxWaiting } from "@erp/telemetry/metrics";
import { type ConsumerDefinition, topicsOf } from "./define-consumer";
import { type Kafka, lagOf } from "./messages";
import type { Outbox } from "./outboxes";

const MEASURE_EVERY_MS = 10_000;

/**
 * Renews the gauges that nobody's work renews by itself: how far groups are behind, and how long events wait. Every
 * program measures, whether it leads or not: the alarm must come when the leader hangs, too. Answers what ends it.
 */
export function startMeasuring(
  kafka: Kafka,
  consumers: readonly ConsumerDefinition[],
  outboxes: readonly Outbox[],
): () => void {
  const measure = () => {
    // A server away: the gauge keeps its last value, and `erp_dependency_up` tells why.
    for (const consumer of consumers) measureLag(kafka, consumer).catch(() => {});
    for (const outbox of outboxes) measureWaiting(outbox).catch(() => {});
  };
  measure();
  const timer = setInterval(measure, MEASURE_EVERY_MS);
  return () => clearInterval(timer);
}

async function measureLag(kafka: Kafka, definition: ConsumerDefinition): Promise<void> {
  const { group } = definition;
  for (const topic of topicsOf(definition) as Topic[])
    consumerLag.set({ group, topic }, await lagOf(kafka, group, topic));
}

async function measureWaiting({ store, measure }: Outbox): Promise<void> {
  const { waiting, oldestAt } = await measure();
  outboxWaiting.set({ store }, waiting);
  outboxAgeSeconds.set({ store }, oldestAt ? Math.max(0, Date.now() - oldestAt.getTime()) / 1000 : 0);
}
