import type { Delivery, Outcome } from "./messages";

/** One partition's messages in hand, as the client library gives them. */
export type Batch = {
  topic: string;
  partition: number;
  deliveries: readonly Delivery[];
  /** False when the program stops or the partition was taken away: leave the rest to whoever has it then. */
  isOurs(): boolean;
  /** This message and all before it need no second delivery. */
  resolve(offset: string): void;
  /** Rejects when the group is rebalancing. */
  heartbeat(): Promise<void>;
  /** Commits resolved offsets when the last commit was a while ago. */
  commitNowAndThen(): Promise<void>;
  /** Stops fetching the partition; the answer resumes it, with the first unresolved message. */
  pause(): () => void;
};

/** Keys of one partition that are handled side by side: what they ask the stores for travels together (ADR 0031). */
const KEYS_AT_ONCE = 16;
/** Slow effects must not cost the membership, but one that hangs this long must. */
const HEARTBEAT_EVERY_MS = 2_000;
const HEARTBEAT_AT_MOST_MS = 60_000;

/**
 * Handles the batches of a consumer: messages of one key one after the other, different keys side by side, so that a slow
 * document does not hold up the others. A message that has to wait holds up its key; its partition is fetched again from
 * there after a while, and what was finished beyond it is not handled twice.
 */
export function createBatchHandler(handle: (delivery: Delivery) => Promise<Outcome>): (batch: Batch) => Promise<void> {
  const finishedAhead = new Map<string, Set<string>>();
  return async (batch) => {
    const place = `${batch.topic}/${batch.partition}`;
    const finished = finishedAhead.get(place) ?? new Set<string>();
    finishedAhead.set(place, finished);
    await beating(batch, () => handleKeys(batch, handle, finished));
  };
}

async function handleKeys(
  batch: Batch,
  handle: (delivery: Delivery) => Promise<Outcome>,
  finished: Set<string>,
): Promise<void> {
  const waits: number[] = [];
  const resolveFinished = resolverOf(batch, finished);
  let furthest = -1;
  const handleKey = async (indexes: readonly number[]) => {
    for (const index of indexes) {
      // On the way out, what lies before a message already begun is finished too: else that one would come again.
      if (batch.isOurs()) furthest = Math.max(furthest, index);
      else if (index > furthest) return;
      const delivery = batch.deliveries[index] as Delivery;
      const outcome = finished.has(delivery.offset) ? "done" : await handle(delivery);
      if (outcome !== "done") {
        waits.push(outcome.retryAfterMs);
        return;
      }
      finished.add(delivery.offset);
      resolveFinished();
      await batch.heartbeat();
      await batch.commitNowAndThen();
    }
  };
  const keys = byKey(batch.deliveries);
  const handleSome = async () => {
    for (let key = keys.shift(); key; key = keys.shift()) await handleKey(key);
  };
  const results = await Promise.allSettled(Array.from({ length: KEYS_AT_ONCE }, handleSome));
  if (waits.length > 0) setTimeout(batch.pause(), Math.min(...waits)).unref();
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/** Resolves up to the first message that is not finished, and forgets what lies before it: the offset stands for that. */
function resolverOf({ deliveries, resolve }: Batch, finished: Set<string>): () => void {
  let next = 0;
  return () => {
    const before = next;
    for (let delivery = deliveries[next]; delivery && finished.delete(delivery.offset); delivery = deliveries[next])
      next += 1;
    const last = deliveries[next - 1];
    if (last && next > before) resolve(last.offset);
  };
}

/** The places of the messages of each key, in the order of the batch. */
function byKey(deliveries: readonly Delivery[]): number[][] {
  const keys = new Map<string, number[]>();
  for (const [index, { key }] of deliveries.entries()) keys.set(key, [...(keys.get(key) ?? []), index]);
  return [...keys.values()];
}

async function beating(batch: Batch, work: () => Promise<void>): Promise<void> {
  const beat = setInterval(() => batch.heartbeat().catch(() => {}), HEARTBEAT_EVERY_MS);
  const enough = setTimeout(() => clearInterval(beat), HEARTBEAT_AT_MOST_MS);
  try {
    await work();
  } finally {
    clearInterval(beat);
    clearTimeout(enough);
  }
}
