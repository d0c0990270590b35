import type { Topic } from "@erp/contracts/topics";
import { consumerLag, outboxAgeSeconds, outboxWaiting } from "@erp/telemetry/metrics";
import { type ConsumerDefinition, topicsOf } from "./define-consumer";
import { type Kafka, lagOf } from "./messages";
import type { Outbox } from "./outboxes";
import { wait } from "./wait";

const MEASURE_EVERY_MS = 10_000;

/**
 * Renews the gauges that nobody's work renews by itself: how far groups are behind, and how long events wait. Every
 * program measures, whether it leads or not: the alarm must come when the leader hangs, too. Answers what ends it; that
 * resolves when nothing is under way any more, so that connections may be closed and topics removed.
 */
export function startMeasuring(
  kafka: Kafka,
  consumers: readonly ConsumerDefinition[],
  outboxes: readonly Outbox[],
): () => Promise<void> {
  const ending = new AbortController();
  const ended = measureUntil(ending.signal, () => [
    ...consumers.map((consumer) => measureLag(kafka, consumer)),
    ...outboxes.map(measureWaiting),
  ]);
  return () => {
    ending.abort();
    return ended;
  };
}

async function measureUntil(signal: AbortSignal, measure: () => Promise<void>[]): Promise<void> {
  while (!signal.aborted) {
    // A server away: the gauge keeps its last value, and `erp_dependency_up` tells why.
    await Promise.allSettled(measure());
    await wait(MEASURE_EVERY_MS, signal);
  }
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
