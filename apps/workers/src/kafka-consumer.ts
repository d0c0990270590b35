import { PARTITIONS_PER_TOPIC } from "@erp/contracts/topics";
import type { Log } from "@erp/telemetry/log";
import type { Kafka as Client, Consumer, EachBatchPayload } from "kafkajs";
import { type Batch, createBatchHandler } from "./handle-batch";
import { type Watchdog, watchConsumer } from "./kafka-watchdog";
import type { Delivery, RunningConsumer, Subscription } from "./messages";
import { wait } from "./wait";

/** How long a fetch waits at the broker for something new; also what a stop may have to wait for. */
const FETCH_WAIT_MS = 500;
const HEARTBEAT_MS = 2000;
const COMMIT_EVERY_MS = 1000;
const REJOIN_AFTER_MS = 1000;

type Membership = { hasJoined: boolean };

type ConsumerParts = {
  client: Client;
  prefix: string;
  subscription: Subscription;
  sessionTimeoutMs: number;
  log: Log;
  onDead(reason: string): void;
  isReachable(): Promise<boolean>;
};

/**
 * Joins the group in the background, as soon as Kafka can be reached, and again whenever it falls out of it. kafkajs does
 * start some crashed consumers again, but not all: here every one is thrown away, and a new one takes its place.
 */
export function startConsumer(parts: ConsumerParts): RunningConsumer {
  const { subscription, log, onDead, isReachable } = parts;
  const { group } = subscription;
  const stopping = new AbortController();
  const { signal } = stopping;
  const membership: Membership = { hasJoined: false };
  const handleBatch = createBatchHandler(subscription.handle);
  const watchdog = watchConsumer({ group, isKafkaReachable: isReachable, onDead, log });

  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

  const keepConsuming = async () => {
    while (!signal.aborted) {
      const consumer = openConsumer(parts);
      try {
        const crash = observe(consumer, membership, watchdog);
        await run(consumer, parts, handleBatch);
        await Promise.race([crash, stopped]);
      } catch (error) {
        log.warn({ group, err: error }, "consumer fell out of its group and joins again");
      }
      membership.hasJoined = false;
      await consumer.disconnect().catch(() => {});
      await wait(REJOIN_AFTER_MS, signal);
    }
  };
  const consuming = keepConsuming();
  return {
    hasJoined: () => membership.hasJoined,
    stop: async () => {
      stopping.abort();
      watchdog.stop();
      await consuming;
    },
  };
}

function openConsumer({ client, prefix, subscription, sessionTimeoutMs }: ConsumerParts): Consumer {
  return client.consumer({
    groupId: prefix + subscription.group,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: 2 * sessionTimeoutMs,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5, restartOnFailure: async () => false },
  });
}

async function run(
  consumer: Consumer,
  { prefix, subscription: { topics, fromEnd } }: ConsumerParts,
  handleBatch: (batch: Batch) => Promise<void>,
): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: !fromEnd });
  await consumer.run({
    eachBatchAutoResolve: false,
    autoCommitInterval: COMMIT_EVERY_MS,
    partitionsConsumedConcurrently: PARTITIONS_PER_TOPIC * topics.length,
    eachBatch: (payload) => handleBatch(toBatch(payload, prefix)),
  });
}

/** Tells of the consumer while it lives; rejects when it crashes, and never resolves. */
function observe(consumer: Consumer, membership: Membership, watchdog: Watchdog): Promise<never> {
  const { FETCH, HEARTBEAT, END_BATCH_PROCESS, GROUP_JOIN, CRASH } = consumer.events;
  for (const event of [FETCH, HEARTBEAT, END_BATCH_PROCESS]) consumer.on(event as typeof FETCH, watchdog.signOfLife);
  consumer.on(GROUP_JOIN, () => {
    membership.hasJoined = true;
  });
  const crash = new Promise<never>((_, reject) => {
    consumer.on(CRASH, ({ payload }) => reject(payload.error));
  });
  // It may crash before anybody waits for it.
  crash.catch(() => {});
  return crash;
}

function toBatch(payload: EachBatchPayload, prefix: string): Batch {
  const { batch } = payload;
  const topic = batch.topic.slice(prefix.length);
  return {
    topic,
    partition: batch.partition,
    deliveries: batch.messages.map(
      (message): Delivery => ({
        topic,
        partition: batch.partition,
        offset: message.offset,
        key: message.key?.toString() ?? "",
        value: message.value ?? Buffer.alloc(0),
        headers: Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
        ),
        sentAt: new Date(Number(message.timestamp)),
      }),
    ),
    isOurs: () => payload.isRunning() && !payload.isStale(),
    resolve: payload.resolveOffset,
    heartbeat: payload.heartbeat,
    commitNowAndThen: () => payload.commitOffsetsIfNecessary(),
    pause: payload.pause,
  };
}
