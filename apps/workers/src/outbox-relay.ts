import { OUTBOX_WAKE_CHANNEL } from "@erp/db/redis/keys";
import type { Ctx } from "@erp/domain/context";
import { createDrain } from "./drain-outbox";
import type { Publisher } from "./messages";
import type { Outbox } from "./outboxes";
import { wait } from "./wait";

/** How long an event waits at most when the wake-up was lost. */
const POLL_MS = 1000;
/** Between two rounds: under load many events share a round's requests, and one that comes alone never waits for it. */
const PAUSE_MS = 10;
/** After a round of several events more are to be expected; each round costs every group of consumers a fetch. */
const BUSY_PAUSE_MS = 40;
const BUSY_EVENTS = 4;
const FIRST_BACK_OFF_MS = 200;
const LONGEST_BACK_OFF_MS = 5000;

/**
 * Publishes what waits in the outboxes until the signal aborts: at once when a writer wakes it over Redis, otherwise
 * within a second. While Kafka is away it waits, and goes on where it stopped. Run it in one program at a time.
 */
export async function relayOutboxes(
  ctx: Ctx,
  outboxes: readonly Outbox[],
  publisher: Publisher,
  signal: AbortSignal,
): Promise<void> {
  const loops = outboxes.map((outbox) => ({ outbox, bell: openBell(signal) }));
  const stopListening = listenForWakes(ctx, (store) => {
    for (const { outbox, bell } of loops) if (outbox.store === store) bell.ring();
  });
  await Promise.all(loops.map(({ outbox, bell }) => relayOutbox(ctx, outbox, publisher, bell, signal)));
  stopListening();
}

async function relayOutbox(
  ctx: Ctx,
  outbox: Outbox,
  publisher: Publisher,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  const drain = createDrain(outbox, publisher, ctx.log);
  let failures = 0;
  while (!signal.aborted) {
    try {
      const published = await drain.run(signal);
      failures = 0;
      await wait(published < BUSY_EVENTS ? PAUSE_MS : BUSY_PAUSE_MS, signal);
      await bell.wait(POLL_MS);
    } catch (error) {
      failures += 1;
      ctx.log.warn({ store: outbox.store, failures, err: error }, "events wait in the outbox");
      // The bell is not heard here: every submission would ring it, and Kafka would be asked again each time.
      await wait(Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), LONGEST_BACK_OFF_MS), signal);
    }
  }
  await drain.finish();
}

/** Listens on a connection of its own, as Redis wants it. Redis may be away, now or later: then only the poll is left. */
function listenForWakes(ctx: Ctx, onWake: (store: string) => void): () => void {
  const subscriber = ctx.redis.duplicate();
  subscriber.on("error", () => {});
  subscriber.on("message", (_channel, store) => onWake(store));
  subscriber.on("ready", () => subscriber.subscribe(OUTBOX_WAKE_CHANNEL).catch(() => {}));
  return () => subscriber.disconnect();
}

type Bell = { ring(): void; wait(ms: number): Promise<void> };

/** A wait that can be cut short. Rung while nobody waits, it cuts the next wait short: no wake-up falls between two. */
function openBell(signal: AbortSignal): Bell {
  let isRung = signal.aborted;
  let wake = () => {};
  const ring = () => {
    isRung = true;
    wake();
  };
  signal.addEventListener("abort", ring, { once: true });
  return {
    ring,
    wait: async (ms) => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = signal.aborted;
    },
  };
}
