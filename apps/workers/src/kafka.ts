import { createRequire } from "node:module";
import { deadLetterTopic, PARTITIONS_PER_TOPIC, topics } from "@erp/contracts/events";
import type { Log } from "@erp/telemetry/log";
import { type Admin, type Consumer, type EachBatchPayload, Kafka as Client, logLevel, Partitioners, type Producer } from "kafkajs";
import { type Batch, handleBatch } from "./handle-batch";
import { toPino } from "./kafka-log";
import { type Watchdog, watchConsumer } from "./kafka-watchdog";
import { quietIdleTimer, type RequestQueueClass } from "./kafkajs-idle-timer";
import type { Delivery, Kafka, Message, Progress, Publisher, RunningConsumer, Subscription } from "./messages";
import { wait } from "./wait";

export type KafkaOptions = {
  brokers: string[];
  clientId: string;
  log: Log;
  /** Stands before every topic and group, so that environments or test files share brokers without meeting. */
  namespace?: string;
  /** A consumer stopped for good: the program must end and be started again. */
  onDead?: (reason: string) => void;
  /** After this silence a member's partitions go to others. Kafka accepts 6000 and more. */
  sessionTimeoutMs?: number;
};

/** How long a fetch waits at the broker for something new; also what a stop may have to wait for. */
const FETCH_WAIT_MS = 250;
const HEARTBEAT_MS = 2000;
const COMMIT_EVERY_MS = 1000;
const RECONNECT_MS = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than any outage of a consumer, shorter than the inbox remembers (pruning.ts). */
const RETENTION_MS = 14 * DAY_MS;
const DEAD_LETTER_RETENTION_MS = 90 * DAY_MS;

const requestQueue: RequestQueueClass = createRequire(import.meta.url)("kafkajs/src/network/requestQueue");

/** The only way to Kafka: nothing outside this file knows kafkajs, whose last release is from 2023. */
export function openKafka(options: KafkaOptions): Kafka {
  quietIdleTimer(requestQueue);
  const client = new Client({
    brokers: options.brokers,
    clientId: options.clientId,
    connectionTimeout: 3000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 },
    logLevel: logLevel.INFO,
    logCreator: () => toPino(options.log),
  });
  const prefix = options.namespace ?? "";
  const admin = openAdmin(client);
  const isReachable = () => admin.use((connected) => connected.describeCluster()).then(() => true, () => false);

  return {
    createTopics: () => admin.use((connected) => createTopics(connected, prefix)),
    openPublisher: () => openPublisher(client, prefix),
    consume: (subscription) => startConsumer({ client, options, prefix, subscription, isReachable }),
    progress: (group, topic) => admin.use((connected) => readProgress(connected, prefix + group, prefix + topic)),
    removeGroup: (group) => admin.use(async (connected) => void (await connected.deleteGroups([prefix + group]))),
    removeTopics: async () => {
      if (!prefix) throw new Error("topics without a namespace are not removed");
      await admin.use((connected) => connected.deleteTopics({ topics: catalogTopics().map((topic) => prefix + topic) }));
    },
    isReachable,
    close: () => admin.close(),
  };
}

function catalogTopics(): string[] {
  return topics.flatMap((topic) => [topic, deadLetterTopic(topic)]);
}

type AdminAccess = { use<Result>(work: (admin: Admin) => Promise<Result>): Promise<Result>; close(): Promise<void> };

/** One connection for questions about the cluster, opened when first needed and again after it failed. */
function openAdmin(client: Client): AdminAccess {
  let opening: Promise<Admin> | null = null;
  const open = async () => {
    const admin = client.admin({ retry: { initialRetryTime: 100, retries: 2 } });
    await admin.connect();
    return admin;
  };
  const close = async () => {
    const closing = opening;
    opening = null;
    await closing?.then((admin) => admin.disconnect()).catch(() => {});
  };
  const use: AdminAccess["use"] = async (work) => {
    opening ??= open();
    try {
      return await work(await opening);
    } catch (error) {
      void close();
      throw error;
    }
  };
  return { use, close };
}

async function createTopics(admin: Admin, prefix: string): Promise<void> {
  const withRetention = (ms: number) => [{ name: "retention.ms", value: String(ms) }];
  await admin.createTopics({
    waitForLeaders: true,
    topics: topics.flatMap((topic) => [
      { topic: prefix + topic, numPartitions: PARTITIONS_PER_TOPIC, configEntries: withRetention(RETENTION_MS) },
      // One partition: dead letters are read by a person, in the order in which they were given up on.
      { topic: prefix + deadLetterTopic(topic), numPartitions: 1, configEntries: withRetention(DEAD_LETTER_RETENTION_MS) },
    ]),
  });
}

async function readProgress(admin: Admin, groupId: string, topic: string): Promise<Progress[]> {
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const ends = await admin.fetchTopicOffsets(topic);
  return ends.map(({ partition, low, high }) => {
    const offset = BigInt(committed?.partitions.find((entry) => entry.partition === partition)?.offset ?? -1);
    // A group that has not committed yet begins at the oldest message.
    return { partition, committed: offset < 0n ? BigInt(low) : offset, end: BigInt(high) };
  });
}

/**
 * Idempotent, all replicas, one request at a time. After a failure the producer is thrown away: its sequence numbers
 * no longer tell what the broker has, and consumers accept a message that comes twice.
 */
function openPublisher(client: Client, prefix: string): Publisher {
  let opening: Promise<Producer> | null = null;
  const open = async () => {
    const producer = client.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 50, retries: 2 },
    });
    await producer.connect();
    return producer;
  };
  const close = async () => {
    const closing = opening;
    opening = null;
    await closing?.then((producer) => producer.disconnect()).catch(() => {});
  };
  return {
    publish: async (messages) => {
      opening ??= open();
      try {
        const producer = await opening;
        await producer.sendBatch({ acks: -1, timeout: 10_000, topicMessages: byTopic(messages, prefix) });
      } catch (error) {
        void close();
        throw error;
      }
    },
    close,
  };
}

function byTopic(messages: readonly Message[], prefix: string) {
  const names = [...new Set(messages.map((message) => message.topic))];
  return names.map((name) => ({
    topic: prefix + name,
    messages: messages.filter((message) => message.topic === name).map(({ key, value, headers }) => ({ key, value, headers })),
  }));
}

type ConsumerParts = {
  client: Client;
  options: KafkaOptions;
  prefix: string;
  subscription: Subscription;
  isReachable(): Promise<boolean>;
};

function startConsumer({ client, options, prefix, subscription, isReachable }: ConsumerParts): RunningConsumer {
  const { log, sessionTimeoutMs = 10_000, onDead = () => {} } = options;
  const { group } = subscription;
  const stopping = new AbortController();
  const consumer = client.consumer({
    groupId: prefix + group,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: 2 * sessionTimeoutMs,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5, restartOnFailure: async () => !stopping.signal.aborted },
  });
  const watchdog = watchConsumer({ group, isKafkaReachable: isReachable, onDead, log });
  const membership = observe(consumer, watchdog, (reason) => onDead(`consumer ${group} crashed: ${reason}`));

  const join = async () => {
    while (!stopping.signal.aborted) {
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: subscription.topics.map((topic) => prefix + topic), fromBeginning: !subscription.fromEnd });
        await consumer.run({
          eachBatchAutoResolve: false,
          autoCommitInterval: COMMIT_EVERY_MS,
          partitionsConsumedConcurrently: PARTITIONS_PER_TOPIC * subscription.topics.length,
          eachBatch: (payload) => handleBatch(toBatch(payload, prefix), subscription.handle),
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
  consumer.on(GROUP_JOIN, () => void (membership.hasJoined = true));
  consumer.on(STOP, () => void (membership.hasJoined = false));
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
    deliveries: batch.messages.map((message): Delivery => ({
      topic,
      partition: batch.partition,
      offset: message.offset,
      key: message.key?.toString() ?? "",
      value: message.value ?? Buffer.alloc(0),
      headers: Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)])),
      sentAt: new Date(Number(message.timestamp)),
    })),
    isOurs: () => payload.isRunning() && !payload.isStale(),
    resolve: payload.resolveOffset,
    heartbeat: payload.heartbeat,
    commitNowAndThen: () => payload.commitOffsetsIfNecessary(),
    pause: payload.pause,
  };
}
