/**
 * A program of its own, as in production: the relay and one consumer, made to die where a test wants it to.
 * Usage: node --import tsx worker-process.ts '<WorkerProcessOptions as JSON>'
 */
import { openMongo } from "@erp/db/mongo/connection";
import { openMysql } from "@erp/db/mysql/data-source";
import { openRedis } from "@erp/db/redis/client";
import { systemClock } from "@erp/domain/clock";
import { type Ctx, noSignals } from "@erp/domain/context";
import type { IsolatedStores } from "@erp/local-stack/testing";
import { silentLog } from "@erp/telemetry/log";
import { leadByTurns } from "../leadership";
import { relayOutboxes } from "../outbox-relay";
import { mysqlOutbox, type Outbox } from "../outboxes";
import { runConsumer } from "../run-consumer";
import { stopOnSignals } from "../stop-on-signals";
import { effectConsumer } from "./effects";
import { openTestKafka } from "./pipeline";

export type WorkerProcessOptions = {
  name: string;
  namespace: string;
  stores: Pick<IsolatedStores, "mysqlUrl" | "mongoUrl" | "redisUrl">;
  consumes: boolean;
  relays: boolean;
  /** Killed right after this effect was committed in MySQL, before its offset is in Kafka. */
  diesAfterEffect?: number;
  /** Killed when Kafka has the first events, before they are marked as published. */
  diesBeforeMark?: boolean;
};

const options = JSON.parse(process.argv[2] ?? "{}") as WorkerProcessOptions;

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

function dyingBeforeMark(outbox: Outbox): Outbox {
  return { ...outbox, markPublished: async () => die() };
}

async function main(): Promise<void> {
  const { stores, namespace, name } = options;
  const [mysql, mongo] = await Promise.all([openMysql(stores.mysqlUrl), openMongo(stores.mongoUrl)]);
  const ctx = {
    mysql,
    mongo,
    redis: openRedis(stores.redisUrl),
    clock: systemClock,
    log: silentLog,
    signals: noSignals,
    traceparent: null,
  } as unknown as Ctx;
  const kafka = await openTestKafka(namespace);
  const publisher = kafka.openPublisher();
  const outbox = options.diesBeforeMark ? dyingBeforeMark(mysqlOutbox(ctx)) : mysqlOutbox(ctx);
  const relay = options.relays
    ? leadByTurns(ctx, "relay", (signal) => relayOutboxes(ctx, [outbox], publisher, signal))
    : null;
  const definition = effectConsumer(name, (number) => {
    if (number === options.diesAfterEffect) die();
  });
  const contextFor = (actor: Ctx["actor"]) => ({ ...ctx, actor });
  const surroundings = { kafka, publisher, contextFor, missingDependencies: async () => [], log: silentLog };
  const consumer = options.consumes ? runConsumer(definition, surroundings) : null;

  stopOnSignals(async () => {
    await Promise.all([relay?.stop(), consumer?.stop()]);
    await publisher.close();
  }, silentLog);
  const ready = setInterval(() => {
    if (consumer && !consumer.hasJoined()) return;
    if (relay && !relay.isLeading() && !consumer) return;
    clearInterval(ready);
    process.stdout.write("ready\n");
  }, 20);
}

void main();
