import type { WorkersReport } from "@erp/contracts/operations";
import { deadLetterTopic, topics } from "@erp/contracts/topics";
import { saveReport } from "@erp/domain/operations/operations.reports.mutations";
import { REPORT_EVERY_MS } from "@erp/domain/operations/operations.rules";
import { deadLettersWaiting } from "@erp/telemetry/metrics";
import { allConsumers } from "./consumers";
import { type ConsumerDefinition, topicsOf } from "./define-consumer";
import { redriveGroup } from "./event-copies";
import { type Kafka, lagOf } from "./messages";
import type { Outbox } from "./outboxes";
import type { Task } from "./scheduler";

/** Leaves in Redis how everything is that only workers can see: queues, groups, dead letters. The page of operators reads it. */
export function reportingTo(kafka: Kafka, outboxes: readonly Outbox[], isSocketServerUp: () => Promise<boolean>): Task {
  return {
    name: "report",
    everyMs: REPORT_EVERY_MS,
    run: async (ctx) => {
      const [isKafkaUp, isSoketiUp] = await Promise.all([kafka.isReachable(), isSocketServerUp()]);
      const now = ctx.clock.now();
      await saveReport(ctx, {
        at: now,
        servers: [
          { name: "kafka", isUp: isKafkaUp },
          { name: "soketi", isUp: isSoketiUp },
        ],
        outboxes: await Promise.all(outboxes.map((outbox) => measureOutbox(outbox, now))),
        // While Kafka is away nobody knows; the page says that it is away.
        ...(isKafkaUp ? await measureKafka(kafka) : { groups: [], deadLetters: [] }),
      });
    },
  };
}

async function measureOutbox({ store, measure }: Outbox, now: Date): Promise<WorkersReport["outboxes"][number]> {
  const { waiting, oldestAt } = await measure();
  const oldestAgeSeconds = oldestAt ? Math.max(0, now.getTime() - oldestAt.getTime()) / 1000 : 0;
  return { store, waiting, oldestAgeSeconds };
}

/** How far every group is behind, and what the redrive has not copied yet. */
export async function measureKafka(kafka: Kafka): Promise<Pick<WorkersReport, "groups" | "deadLetters">> {
  return {
    groups: await Promise.all(allConsumers.map((each) => measureGroup(kafka, each))),
    deadLetters: await measureDeadLetters(kafka),
  };
}

async function measureGroup(kafka: Kafka, definition: ConsumerDefinition): Promise<WorkersReport["groups"][number]> {
  const { group } = definition;
  const lags = await Promise.all(topicsOf(definition).map((topic) => lagOf(kafka, group, topic)));
  return { group, lag: lags.reduce((sum, lag) => sum + lag, 0) };
}

async function measureDeadLetters(kafka: Kafka): Promise<WorkersReport["deadLetters"]> {
  const counts = await Promise.all(
    topics.map(async (topic) => ({ topic, waiting: await lagOf(kafka, redriveGroup(topic), deadLetterTopic(topic)) })),
  );
  for (const { topic, waiting } of counts) deadLettersWaiting.set({ topic }, waiting);
  return counts;
}
