import type { Ctx } from "@erp/domain/context";
import { type ConsumerDefinition, topicsOf } from "../define-consumer";
import type { Kafka } from "../messages";
import { documentOutbox, mysqlOutbox } from "../outboxes";
import { until } from "./eventually";

/**
 * Waits until nothing is under way any more: the outboxes are empty and the groups have finished every message. A message
 * may cause the next one, so the topics' ends must be the same before and after the look into the outboxes.
 */
export async function settle(
  ctx: Ctx,
  kafka: Kafka,
  consumers: readonly ConsumerDefinition[],
  withinMs = 30_000,
): Promise<void> {
  await until(
    `outboxes empty and ${consumers.map(({ group }) => group).join(", ")} up to date`,
    async () => {
      const before = await finishedEnds(kafka, consumers);
      if (before === null || !(await areOutboxesEmpty(ctx))) return false;
      return before === (await finishedEnds(kafka, consumers));
    },
    withinMs,
  );
}

async function areOutboxesEmpty(ctx: Ctx): Promise<boolean> {
  const waiting = await Promise.all([mysqlOutbox(ctx).next(), documentOutbox(ctx).next()]);
  return waiting.every(({ events }) => events.length === 0);
}

/** Where the topics end, when every group has come there; null while one is behind. */
async function finishedEnds(kafka: Kafka, consumers: readonly ConsumerDefinition[]): Promise<string | null> {
  const ends: string[] = [];
  for (const consumer of consumers) {
    for (const topic of topicsOf(consumer)) {
      const partitions = await kafka.progress(consumer.group, topic);
      if (partitions.some(({ committed, end }) => committed < end)) return null;
      ends.push(...partitions.map(({ partition, end }) => `${topic}/${partition}:${end}`));
    }
  }
  return ends.join(" ");
}
