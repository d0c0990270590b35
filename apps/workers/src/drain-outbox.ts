import type { Log } from "@erp/telemetry/log";
import { outboxPublished } from "@erp/telemetry/metrics";
import type { Publisher } from "./messages";
import type { Outbox, WaitingEvent } from "./outboxes";
import { publishInSpans } from "./publish-in-spans";

/** More than a store gives at once, so that an event is never forgotten while it can still be found. */
const REMEMBERED_EVENTS = 10_000;

export type Drain = {
  /** Publishes what waits and answers how many events that were. Rejects when the store or Kafka is away. */
  run(signal: AbortSignal): Promise<number>;
  /** Resolves when nothing is being marked any more. */
  finish(): Promise<void>;
};

/**
 * Sends, then marks; a death in between sends the same events again, in the same order. The next events need not wait
 * until those before them are marked: what was sent is remembered, and only marked when it is found again.
 */
export function createDrain(outbox: Outbox, publisher: Publisher, log: Log): Drain {
  const { store } = outbox;
  const sent = new Set<string>();
  const beingMarked = new Map<string, Promise<void>>();

  const send = async (events: readonly WaitingEvent[]) => {
    if (events.length === 0) return;
    await publishInSpans(publisher, store, events);
    for (const { id } of events) sent.add(id);
    for (const oldest of sent) {
      if (sent.size <= REMEMBERED_EVENTS) break;
      sent.delete(oldest);
    }
    outboxPublished.inc({ store }, events.length);
  };

  const mark = async (events: readonly WaitingEvent[]) => {
    if (events.length === 0) return;
    const marking = outbox.markPublished(events).finally(() => events.forEach(({ id }) => void beingMarked.delete(id)));
    // They are found again, and marked then.
    const settled = marking.catch((error: unknown) =>
      log.warn({ store, events: events.length, err: error }, "published events not marked"),
    );
    for (const { id } of events) beingMarked.set(id, settled);
    await marking;
  };

  const run = async (signal: AbortSignal) => {
    let published = 0;
    for (let mayBeMore = true; mayBeMore && !signal.aborted; ) {
      const { events, isFull } = await outbox.next();
      const unsent = events.filter(({ id }) => !sent.has(id));
      await send(unsent);
      published += unsent.length;
      const marking = mark(events.filter(({ id }) => !beingMarked.has(id)));
      // Behind a full batch there is more, but it only comes into sight when these are gone: that they are not is a
      // failure of the store, and whoever runs this waits before the next look.
      if (isFull) await Promise.all([marking, ...beingMarked.values()]);
      else marking.catch(() => {});
      mayBeMore = isFull;
    }
    return published;
  };
  return { run, finish: async () => void (await Promise.all(beingMarked.values())) };
}
