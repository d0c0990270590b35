import { type Kafka as Client, Partitioners, type Producer } from "kafkajs";
import type { Message, Publisher } from "./messages";

/**
 * Idempotent, all replicas, one request at a time. After a failure the producer is thrown away: its sequence numbers
 * no longer tell what the broker has, and consumers accept a message that comes twice.
 */
export function openPublisher(client: Client, prefix: string): Publisher {
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
    messages: messages
      .filter((message) => message.topic === name)
      .map(({ key, value, headers }) => ({ key, value, headers })),
  }));
}
