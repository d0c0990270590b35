import { deadLetterTopic, PARTITIONS_PER_TOPIC, topics } from "@erp/contracts/topics";
import type { Admin, Kafka as Client, KafkaJSProtocolError } from "kafkajs";
import type { Kafka, Progress } from "./messages";
import { wait } from "./wait";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than any outage of a consumer, shorter than the inbox remembers (pruning.ts). */
const RETENTION_MS = 14 * DAY_MS;
const DEAD_LETTER_RETENTION_MS = 90 * DAY_MS;

export type KafkaAdmin = Pick<
  Kafka,
  "createTopics" | "progress" | "removeGroup" | "removeTopics" | "isReachable" | "close"
>;

/** Questions about the cluster and changes to it, under the prefix of a namespace. */
export function openAdmin(client: Client, prefix: string): KafkaAdmin {
  const { use, close } = openConnection(client);
  return {
    createTopics: () => use((admin) => createTopics(admin, prefix)),
    progress: (group, topic) => use((admin) => readProgress(admin, prefix + group, prefix + topic)),
    removeGroup: (group) => use(async (admin) => void (await admin.deleteGroups([prefix + group]))),
    removeTopics: async () => {
      if (!prefix) throw new Error("topics without a namespace are not removed");
      const ours = topics.flatMap((topic) => [prefix + topic, prefix + deadLetterTopic(topic)]);
      await use((admin) => admin.deleteTopics({ topics: ours }));
    },
    isReachable: () =>
      use((admin) => admin.describeCluster()).then(
        () => true,
        () => false,
      ),
    close,
  };
}

type AdminConnection = {
  use<Result>(work: (admin: Admin) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

const ATTEMPTS_TO_FIND_LEADERS = 5;
const BETWEEN_ATTEMPTS_MS = 100;

/**
 * One connection, opened when first needed and again after it failed. Partitions move when brokers are replaced, and a
 * topic that was just made has leaders that do not know it yet: kafkajs gives up then, so a new connection asks again.
 */
function openConnection(client: Client): AdminConnection {
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
  const attempt: AdminConnection["use"] = async (work) => {
    opening ??= open();
    try {
      return await work(await opening);
    } catch (error) {
      void close();
      throw error;
    }
  };
  const use: AdminConnection["use"] = async (work) => {
    for (let left = ATTEMPTS_TO_FIND_LEADERS - 1; left > 0; left--) {
      try {
        return await attempt(work);
      } catch (error) {
        if (!hasLeaderMoved(error)) throw error;
        await wait(BETWEEN_ATTEMPTS_MS);
      }
    }
    return attempt(work);
  };
  return { use, close };
}

/** Known by its name: Node sees no class of error among what kafkajs, a CommonJS module, exports. */
function hasLeaderMoved(error: unknown): boolean {
  const isProtocolError = error instanceof Error && error.name === "KafkaJSProtocolError";
  return isProtocolError && (error as KafkaJSProtocolError).type === "NOT_LEADER_FOR_PARTITION";
}

async function createTopics(admin: Admin, prefix: string): Promise<void> {
  const withRetention = (ms: number) => [{ name: "retention.ms", value: String(ms) }];
  await admin.createTopics({
    waitForLeaders: true,
    topics: topics.flatMap((topic) => [
      { topic: prefix + topic, numPartitions: PARTITIONS_PER_TOPIC, configEntries: withRetention(RETENTION_MS) },
      // One partition: dead letters are read by a person, in the order in which they were given up on.
      {
        topic: prefix + deadLetterTopic(topic),
        numPartitions: 1,
        configEntries: withRetention(DEAD_LETTER_RETENTION_MS),
      },
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
