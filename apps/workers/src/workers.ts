import type { Topic } from "@erp/contracts/events";
import type { Actor } from "@erp/domain/actor";
import type { Ctx } from "@erp/domain/context";
import type { Log } from "@erp/telemetry/log";
import { consumerLag } from "@erp/telemetry/metrics";
import { accrual, forgottenCheckOuts } from "./daily-tasks";
import { type ConsumerDefinition, topicsOf } from "./define-consumer";
import { leadByTurns } from "./leadership";
import { type Kafka, lagOf } from "./messages";
import { relayOutboxes } from "./outbox-relay";
import { documentOutbox, mysqlOutbox, type Outbox } from "./outboxes";
import { pruning } from "./pruning";
import { queueRestoring } from "./queue-restoring";
import { runConsumer } from "./run-consumer";
import { runSchedule } from "./scheduler";

export type WorkersOptions = {
  kafka: Kafka;
  contextFor(actor: Actor, traceparent?: string | null): Ctx;
  missingDependencies(): Promise<string[]>;
  log: Log;
  /** Whether this program may lead the relay. */
  relays: boolean;
  consumers: readonly ConsumerDefinition[];
};

export type Workers = {
  /** Every consumer is a member of its group. Not whether the relay leads: another program may. */
  hasJoined(): boolean;
  isLeading(): boolean;
  /** Finishes what is in hand, commits, leaves the groups, gives up the lead. */
  stop(): Promise<void>;
};

const LAG_EVERY_MS = 10_000;

/** Starts the relay and the consumers on servers that are already open. */
export function startWorkers(options: WorkersOptions): Workers {
  const { kafka, contextFor, missingDependencies, log } = options;
  const publisher = kafka.openPublisher();
  const consumers = options.consumers.map((definition) =>
    runConsumer(definition, { kafka, publisher, contextFor, missingDependencies, log }),
  );
  const relayCtx = contextFor({ kind: "system", name: "relay" });
  const relay = options.relays ? leadByTurns(relayCtx, "relay", (signal) => lead(relayCtx, publisher, signal)) : null;
  const lagTimer = setInterval(
    () => void Promise.all(options.consumers.map((each) => measureLag(kafka, each))),
    LAG_EVERY_MS,
  );

  return {
    hasJoined: () => consumers.every((consumer) => consumer.hasJoined()),
    isLeading: () => relay?.isLeading() ?? false,
    stop: async () => {
      clearInterval(lagTimer);
      // Together: each may take a fetch's wait to end. The publisher last: a consumer may still lay a message aside.
      await Promise.all([relay?.stop(), ...consumers.map((consumer) => consumer.stop())]);
      await publisher.close();
    },
  };
}

async function lead(ctx: Ctx, publisher: Parameters<typeof relayOutboxes>[2], signal: AbortSignal): Promise<void> {
  const outboxes: Outbox[] = [mysqlOutbox(ctx), documentOutbox(ctx)];
  await Promise.all([
    relayOutboxes(ctx, outboxes, publisher, signal),
    runSchedule(ctx, [pruning, queueRestoring, accrual, forgottenCheckOuts], signal),
  ]);
}

async function measureLag(kafka: Kafka, definition: ConsumerDefinition): Promise<void> {
  const { group } = definition;
  for (const topic of topicsOf(definition) as Topic[]) {
    // Kafka away: the gauge keeps its last value, and `erp_dependency_up` tells why.
    await lagOf(kafka, group, topic).then(
      (lag) => consumerLag.set({ group, topic }, lag),
      () => {},
    );
  }
}
