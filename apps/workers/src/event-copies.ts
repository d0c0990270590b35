import type { PassedOverLetter } from "@erp/contracts/operations";
import { deadLetterTopic, type Topic } from "@erp/contracts/topics";
import { ONLY_GROUP_HEADER, redriven } from "./dead-letters";
import { describePlace } from "./describe-delivery";
import type { Delivery, Kafka, Message, Outcome } from "./messages";
import { wait } from "./wait";

/** How the names of the groups begin that remember which dead letters have been redriven. */
export const REDRIVE_PREFIX = "events-redrive-";
const TAIL_PREFIX = "events-tail-";
const REPLAY_PREFIX = "events-replay-";
const LOOK_PREFIX = "events-look-";
/** How the names of groups begin that a command makes for itself and removes again. */
export const passingGroups = [TAIL_PREFIX, REPLAY_PREFIX, LOOK_PREFIX];
const REPLAYED_HEADER = "replayed-from";
const LOOK_EVERY_MS = 100;
const later: Outcome = { retryAfterMs: 1000 };

/**
 * One group for each topic: in a group whose members read different topics, the one that leads it assigns its own topic
 * to all of them, and the others would wait for messages that they never get.
 */
export function redriveGroup(topic: Topic): string {
  return REDRIVE_PREFIX + topic;
}

/** How many dead letters went back, and those that do not say whom to go back to. */
export type Redrive = { sentBack: number; passedOver: Pick<PassedOverLetter, "key" | "place">[] };

/**
 * Sends every dead letter of the topic back, each once and only to the group that gave up on it. What fails again becomes
 * a new dead letter; what cannot be sent back is passed over, for the ones behind it must not wait.
 */
export async function redriveDeadLetters(kafka: Kafka, topic: Topic): Promise<Redrive> {
  const passedOver: Redrive["passedOver"] = [];
  const toCopy = (letter: Delivery): Message | null => {
    const copy = redriven(letter);
    if (!copy) passedOver.push({ key: letter.key, place: describePlace(letter) });
    return copy;
  };
  const sentBack = await copyTopic(kafka, { group: redriveGroup(topic), topic: deadLetterTopic(topic), toCopy });
  return { sentBack, passedOver };
}

/**
 * Sends copies of the topic's messages since `from`, to one group or to all; answers how many. Copies, because moving a
 * group's offsets back would need all its workers stopped, and new events would wait behind the old ones. Reactions do
 * not mind an event that they have had: it is for effects that were lost, such as a collection restored from a backup.
 */
export async function replayEvents(kafka: Kafka, topic: Topic, from: Date, onlyGroup: string | null): Promise<number> {
  const group = passingGroup(REPLAY_PREFIX);
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

/** Shows the topic's dead letters that were not sent back yet; they stay where they are. */
export async function lookAtDeadLetters(kafka: Kafka, topic: Topic, show: (delivery: Delivery) => void): Promise<void> {
  const laidAside = deadLetterTopic(topic);
  const redrivenTo = new Map(
    (await kafka.progress(redriveGroup(topic), laidAside)).map(({ partition, committed }) => [partition, committed]),
  );
  const group = passingGroup(LOOK_PREFIX);
  const showWaiting = (delivery: Delivery) => {
    if (BigInt(delivery.offset) >= (redrivenTo.get(delivery.partition) ?? 0n)) show(delivery);
    return null;
  };
  try {
    await copyTopic(kafka, { group, topic: laidAside, toCopy: showWaiting });
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
  const group = passingGroup(TAIL_PREFIX);
  const handle = async (delivery: Delivery) => {
    show(delivery);
    return "done" as const;
  };
  const consumer = kafka.consume({ group, topics, fromEnd: true, handle });
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await consumer.stop();
  await kafka.removeGroup(group);
}

function passingGroup(prefix: string): string {
  return `${prefix}${process.pid}-${Date.now()}`;
}

type Copying = { group: string; topic: string; toCopy(delivery: Delivery): Message | null };

/** Reads the topic from where the group stands to where it ends now, and publishes what `toCopy` makes of each message. */
async function copyTopic(kafka: Kafka, { group, topic, toCopy }: Copying): Promise<number> {
  const ends = new Map((await kafka.progress(group, topic)).map(({ partition, end }) => [partition, end]));
  const publisher = kafka.openPublisher();
  let copied = 0;
  const handle = async (delivery: Delivery) => {
    // What came since stays unread for the group's next time: a dead letter that failed again must not count as redriven.
    if (BigInt(delivery.offset) >= (ends.get(delivery.partition) ?? 0n)) return later;
    const copy = toCopy(delivery);
    if (!copy) return "done" as const;
    try {
      await publisher.publish([copy]);
    } catch {
      return later;
    }
    copied += 1;
    return "done" as const;
  };
  const consumer = kafka.consume({ group, topics: [topic], handle });
  const hasReachedEnds = async () => {
    const partitions = await kafka.progress(group, topic);
    return partitions.every(({ partition, committed }) => committed >= (ends.get(partition) ?? 0n));
  };
  try {
    while (!(await hasReachedEnds())) await wait(LOOK_EVERY_MS);
  } finally {
    // A consumer left behind would keep the topic's partitions from the next one.
    await consumer.stop();
    await publisher.close();
  }
  return copied;
}
