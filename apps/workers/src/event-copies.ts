import { deadLetterTopic, type Topic } from "@erp/contracts/topics";
import { ONLY_GROUP_HEADER, redriven } from "./dead-letters";
import type { Delivery, Kafka, Message } from "./messages";
import { wait } from "./wait";

/** The group that remembers which dead letters have been redriven. */
export const REDRIVE_GROUP = "events-redrive";
const REPLAYED_HEADER = "replayed-from";
const LOOK_EVERY_MS = 100;

/**
 * Sends every dead letter of the topic back, each once and only to the group that gave up on it; answers how many.
 * What fails again becomes a new dead letter.
 */
export async function redriveDeadLetters(kafka: Kafka, topic: Topic): Promise<number> {
  return copyTopic(kafka, { group: REDRIVE_GROUP, topic: deadLetterTopic(topic), toCopy: redriven });
}

/**
 * Sends copies of the topic's messages since `from`, to one group or to all; answers how many. Copies, because moving a
 * group's offsets back would need all its workers stopped, and new events would wait behind the old ones. Reactions do
 * not mind an event that they have had: it is for effects that were lost, such as a collection restored from a backup.
 */
export async function replayEvents(kafka: Kafka, topic: Topic, from: Date, onlyGroup: string | null): Promise<number> {
  const group = `events-replay-${process.pid}-${Date.now()}`;
  const addressed: Record<string, string> = onlyGroup ? { [ONLY_GROUP_HEADER]: onlyGroup } : {};
  const toCopy = ({ key, value, headers, offset, sentAt }: Delivery): Message | null => {
    if (sentAt < from) return null;
    // Copies of earlier replays and redrives would multiply.
    if (headers[REPLAYED_HEADER] !== undefined || headers[ONLY_GROUP_HEADER] !== undefined) return null;
    return { topic, key, value, headers: { ...headers, ...addressed, [REPLAYED_HEADER]: offset } };
  };
  try {
    return await copyTopic(kafka, { group, topic, toCopy });
  } finally {
    await kafka.removeGroup(group);
  }
}

/** Shows each message from now on, until the signal aborts. */
export async function tailEvents(
  kafka: Kafka,
  topics: readonly string[],
  show: (delivery: Delivery) => void,
  signal: AbortSignal,
): Promise<void> {
  const group = `events-tail-${process.pid}-${Date.now()}`;
  const handle = async (delivery: Delivery) => {
    show(delivery);
    return "done" as const;
  };
  const consumer = kafka.consume({ group, topics, fromEnd: true, handle });
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await consumer.stop();
  await kafka.removeGroup(group);
}

type Copying = { group: string; topic: string; toCopy(delivery: Delivery): Message | null };

/** Reads the topic from where the group stands to where it ends now, and publishes what `toCopy` makes of each message. */
async function copyTopic(kafka: Kafka, { group, topic, toCopy }: Copying): Promise<number> {
  const ends = new Map((await kafka.progress(group, topic)).map(({ partition, end }) => [partition, end]));
  const publisher = kafka.openPublisher();
  let copied = 0;
  const handle = async (delivery: Delivery) => {
    const isLater = BigInt(delivery.offset) >= (ends.get(delivery.partition) ?? 0n);
    const copy = isLater ? null : toCopy(delivery);
    if (!copy) return "done" as const;
    try {
      await publisher.publish([copy]);
    } catch {
      return { retryAfterMs: 1000 };
    }
    copied += 1;
    return "done" as const;
  };
  const consumer = kafka.consume({ group, topics: [topic], handle });
  const hasReachedEnds = async () => {
    const partitions = await kafka.progress(group, topic);
    return partitions.every(({ partition, committed }) => committed >= (ends.get(partition) ?? 0n));
  };
  while (!(await hasReachedEnds())) await wait(LOOK_EVERY_MS);
  await consumer.stop();
  await publisher.close();
  return copied;
}
