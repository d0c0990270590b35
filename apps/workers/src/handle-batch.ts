import type { Delivery, Outcome } from "./messages";

/** One partition's messages in hand, as the client library gives them. */
export type Batch = {
  deliveries: readonly Delivery[];
  /** False when the program stops or the partition was taken away: leave the rest to whoever has it then. */
  isOurs(): boolean;
  /** The message needs no second delivery. */
  resolve(offset: string): void;
  /** Rejects when the group is rebalancing. */
  heartbeat(): Promise<void>;
  /** Commits resolved offsets when the last commit was a while ago. */
  commitNowAndThen(): Promise<void>;
  /** Stops fetching the partition; the answer resumes it, with the first unresolved message. */
  pause(): () => void;
};

/** Slow effects must not cost the membership, but one that hangs this long must. */
const HEARTBEAT_EVERY_MS = 2_000;
const HEARTBEAT_AT_MOST_MS = 60_000;

/**
 * Handles a partition's messages one after the other, so that those of a key stay in order. A message that has to wait
 * pauses its own partition; the others go on.
 */
export async function handleBatch(batch: Batch, handle: (delivery: Delivery) => Promise<Outcome>): Promise<void> {
  for (const delivery of batch.deliveries) {
    if (!batch.isOurs()) return;
    const outcome = await beating(batch, () => handle(delivery));
    if (outcome !== "done") {
      const resume = batch.pause();
      setTimeout(resume, outcome.retryAfterMs).unref();
      return;
    }
    batch.resolve(delivery.offset);
    await batch.heartbeat();
    await batch.commitNowAndThen();
  }
}

async function beating<Result>(batch: Batch, work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => batch.heartbeat().catch(() => {}), HEARTBEAT_EVERY_MS);
  const enough = setTimeout(() => clearInterval(beat), HEARTBEAT_AT_MOST_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    clearTimeout(enough);
  }
}
