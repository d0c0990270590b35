import { deadLetterTopic, type Topic } from "@erp/contracts/topics";
import type { Delivery, Message } from "./messages";

export type DeadLetterReason = "malformed" | "unknown-event" | "refused" | "failed";

/** Names the one group that a redriven or replayed message is for; the others pass it over. */
export const ONLY_GROUP_HEADER = "only-group";

/** The message as it came, with the reason why a group gave up on it in the headers. */
export function deadLetterOf(delivery: Delivery, group: string, reason: DeadLetterReason, error: unknown): Message {
  const { topic, key, value, partition, offset } = delivery;
  return {
    topic: deadLetterTopic(topic as Topic),
    key,
    value,
    headers: {
      ...delivery.headers,
      group,
      reason,
      error: describe(error),
      topic,
      partition: String(partition),
      offset,
      "given-up-at": new Date().toISOString(),
    },
  };
}

/**
 * A dead letter on its way back to the topic, for the group that gave up on it. Null when it does not say where it came
 * from and who gave up: no worker laid that one aside, so nobody waits for it.
 */
export function redriven({ topic: laidAsideOn, key, value, headers }: Delivery): Message | null {
  const { topic, group, offset = "" } = headers;
  if (!group || !topic || deadLetterTopic(topic as Topic) !== laidAsideOn) return null;
  return { topic, key, value, headers: { [ONLY_GROUP_HEADER]: group, "redriven-from": offset } };
}

export function isFor(group: string, { headers }: Delivery): boolean {
  const only = headers[ONLY_GROUP_HEADER];
  return only === undefined || only === group;
}

function describe(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 1000);
}
