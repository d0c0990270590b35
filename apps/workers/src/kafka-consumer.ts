import { PARTITIONS_PER_TOPIC } from "@erp/contracts/topics";
import type { Log } from "@erp/telemetry/log";
import type { Kafka as Client, Consumer, EachBatchPayload } from "kafkajs";
import { type Batch, createBatchHandler } from "./handle-batch";
import { type Watchdog, watchConsumer } from "./kafka-watchdog";
import type { Delivery, RunningConsumer, Subscription } from "./messages";
import { wait } from "./wait";

/** How long a fetch waits at the broker for something new; also what a stop may have to wait for. */
const FETCH_WAIT_MS = 250;
const HEARTBEAT_MS = 2000;
const COMMIT_EVERY_MS = 1000;
const RECONNECT_MS = 1000;

type ConsumerParts = {
  client: Client;
  prefix: string;
  subscription: Subscription;
  sessionTimeoutMs: number;
  log: Log;
  onDead(reason: string): void;
  isReachable(): Promise<boolean>;
};

/** Joins the group in the background, as soon as Kafka can be reached. */
export function startConsumer(parts: ConsumerParts): RunningConsumer {
  const { client, prefix, subscription, sessionTimeoutMs, log, onDead, isReachable } = parts;
  const { group } = subscription;
  const stopping = new AbortController();
  const handleBatch = createBatchHandler(subscription.handle);
  const consumer = client.consumer({
    groupId: prefix + group,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: 2 * sessionTimeoutMs,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1,
    allowAutoTopicCreation: false,
    retry: {
      initialRetryTime: 100,
      maxRetryTime: 2000,
      retries: 5,
      restartOnFailure: async () => !stopping.signal.aborted,
    },
  });
  const watchdog = watchConsumer({ group, isKafkaReachable: isReachable, onDead, log });
  const membership = observe(consumer, watchdog, (reason) => {
    if (!stopping.signal.aborted) onDead(`consumer ${group} crashed: ${reason}`);
  });

  const join = async () => {
    while (!stopping.signal.aborted) {
      try {
        await consumer.connect();
        await consumer.subscribe({
          topics: subscription.topics.map((topic) => prefix + topic),
          fromBeginning: !subscription.fromEnd,
        });
        await consumer.run({
          eachBatchAutoResolve: false,
          autoCommitInterval: COMMIT_EVERY_MS,
          partitionsConsumedConcurrently: PARTITIONS_PER_TOPIC * subscription.topics.length,
          eachBatch: (payload) => handleBatch(toBatch(payload, prefix)),
        });
        return;
      } catch (error) {
        log.warn({ group, err: error }, "consumer cannot join yet");
        await wait(RECONNECT_MS, stopping.signal);
      }
    }
  };
  const joining = join();
  return {
    hasJoined: () => membership.hasJoined,
    stop: async () => {
      stopping.abort();
      watchdog.stop();
      await joining;
      await consumer.disconnect().catch(() => {});
    },
  };
}

function observe(consumer: Consumer, watchdog: Watchdog, onCrash: (reason: string) => void): { hasJoined: boolean } {
  const membership = { hasJoined: false };
  const { FETCH, HEARTBEAT, END_BATCH_PROCESS, GROUP_JOIN, STOP, CRASH } = consumer.events;
  for (const event of [FETCH, HEARTBEAT, END_BATCH_PROCESS]) consumer.on(event as typeof FETCH, watchdog.signOfLife);
  consumer.on(GROUP_JOIN, () => {
    membership.hasJoined = true;
  });
  consumer.on(STOP, () => {
    membership.hasJoined = false;
  });
  // kafkajs starts a crashed consumer again only when it thinks that the error may pass.
  consumer.on(CRASH, ({ payload }) => {
    if (!payload.restart) onCrash(payload.error.message);
  });
  return membership;
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
