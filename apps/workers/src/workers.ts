import type { Actor } from "@erp/domain/actor";
import type { Ctx } from "@erp/domain/context";
import type { MailService } from "@erp/domain/notifications/notifications.mails.mutations";
import type { Log } from "@erp/telemetry/log";
import { dailyTasks } from "./daily-tasks";
import { deadlines } from "./deadlines";
import type { ConsumerDefinition } from "./define-consumer";
import { leadByTurns } from "./leadership";
import { mailTasks } from "./mail-tasks";
import { startMeasuring } from "./measuring";
import type { Kafka, Publisher } from "./messages";
import { relayOutboxes } from "./outbox-relay";
import { documentOutbox, mysqlOutbox, type Outbox } from "./outboxes";
import { pruning } from "./pruning";
import { queueRestoring } from "./queue-restoring";
import { reportingTo } from "./reporting";
import { runConsumer } from "./run-consumer";
import { runSchedule } from "./scheduler";

export type WorkersOptions = {
  kafka: Kafka;
  contextFor(actor: Actor, traceparent?: string | null): Ctx;
  missingDependencies(): Promise<string[]>;
  isSocketServerUp(): Promise<boolean>;
  log: Log;
  /** Whether this program may lead the relay. */
  relays: boolean;
  /** Where notifications are mailed; null where they are not. */
  mail: MailService | null;
  consumers: readonly ConsumerDefinition[];
};

export type Workers = {
  /** Every consumer is a member of its group. Not whether the relay leads: another program may. */
  hasJoined(): boolean;
  isLeading(): boolean;
  /** Finishes what is in hand, commits, leaves the groups, gives up the lead. */
  stop(): Promise<void>;
};

/** Starts the relay and the consumers on servers that are already open. */
export function startWorkers(options: WorkersOptions): Workers {
  const { kafka, contextFor, missingDependencies, log } = options;
  const publisher = kafka.openPublisher();
  const consumers = options.consumers.map((definition) =>
    runConsumer(definition, { kafka, publisher, contextFor, missingDependencies, log }),
  );
  const relayCtx = contextFor({ kind: "system", name: "relay" });
  const outboxes = options.relays ? [mysqlOutbox(relayCtx), documentOutbox(relayCtx)] : [];
  const relay = options.relays
    ? leadByTurns(relayCtx, "relay", (signal) => lead(relayCtx, options, outboxes, publisher, signal))
    : null;
  const stopMeasuring = startMeasuring(kafka, options.consumers, outboxes);

  return {
    hasJoined: () => consumers.every((consumer) => consumer.hasJoined()),
    isLeading: () => relay?.isLeading() ?? false,
    stop: async () => {
      // Together: each may take a fetch's wait to end. The publisher last: a consumer may still lay a message aside.
      await Promise.all([stopMeasuring(), relay?.stop(), ...consumers.map((consumer) => consumer.stop())]);
      await publisher.close();
    },
  };
}

async function lead(
  ctx: Ctx,
  { kafka, isSocketServerUp, mail }: WorkersOptions,
  outboxes: readonly Outbox[],
  publisher: Publisher,
  signal: AbortSignal,
): Promise<void> {
  const reporting = reportingTo(kafka, outboxes, isSocketServerUp);
  await Promise.all([
    relayOutboxes(ctx, outboxes, publisher, signal),
    runSchedule(ctx, [reporting, pruning, queueRestoring, deadlines, ...dailyTasks, ...mailTasks(mail)], signal),
  ]);
}
