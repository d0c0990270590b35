/** What is sent. `key` decides the partition, so messages of one key stay in order. */
export type Message = { topic: string; key: string; value: string | Buffer; headers?: Record<string, string> };

/** W3C trace context of what caused the message. */
export const TRACEPARENT_HEADER = "traceparent";

/** What arrives. */
export type Delivery = {
  topic: string;
  partition: number;
  offset: string;
  key: string;
  value: Buffer;
  headers: Record<string, string>;
  sentAt: Date;
};

/** What became of a delivery: done with, or to be delivered again after a while, holding up its partition meanwhile. */
export type Outcome = "done" | { retryAfterMs: number };

export type Subscription = {
  group: string;
  topics: readonly string[];
  /** A group that is new begins with the next message instead of the oldest. */
  fromEnd?: boolean;
  /** Must not throw: an error here would end the consumer. */
  handle(delivery: Delivery): Promise<Outcome>;
};

export type RunningConsumer = {
  hasJoined(): boolean;
  /** Finishes the messages in hand, commits, leaves the group. */
  stop(): Promise<void>;
};

export type Publisher = {
  /** Resolves when all replicas have the messages, in this order per key. Rejects when Kafka is away; then try again. */
  publish(messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
};

/** How far a group has read a partition; `end` is the offset the next message will get. */
export type Progress = { partition: number; committed: bigint; end: bigint };

export type Kafka = {
  /** The catalog's topics and their dead-letter topics. Running it again changes nothing. */
  createTopics(): Promise<void>;
  openPublisher(): Publisher;
  /** Returns at once; joins the group when Kafka can be reached, and keeps trying until then. */
  consume(subscription: Subscription): RunningConsumer;
  progress(group: string, topic: string): Promise<Progress[]>;
  removeGroup(group: string): Promise<void>;
  /** Removes the topics of a namespace, after tests; refused where there is no namespace. */
  removeTopics(): Promise<void>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

/** Messages of the topic that the group has not finished. */
export async function lagOf(kafka: Kafka, group: string, topic: string): Promise<number> {
  const partitions = await kafka.progress(group, topic);
  return partitions.reduce((lag, { committed, end }) => lag + Number(end - committed), 0);
}
