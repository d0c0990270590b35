/**
 * kafkajs 2.2.4 arms a timer of at most 1 ms on every broker connection, over and over, to look for requests that wait
 * for a throttled broker: about 6 % of a core for a program that does nothing. The queue needs that timer only while a
 * request waits or the broker throttles us; this makes it so. `kafkajs-idle-timer.test.ts` fails when kafkajs changes
 * what this relies on.
 */
export type RequestQueue = { pending: readonly unknown[]; throttledUntil: number };
export type RequestQueueClass = { prototype: RequestQueue & { scheduleCheckPendingRequests(): void } };

const quiet = new WeakSet<object>();

/** Patches the class once, however often it is called. Throws when kafkajs has no such method any more. */
export function quietIdleTimer(queueClass: RequestQueueClass): void {
  const { prototype } = queueClass;
  if (quiet.has(prototype)) return;
  const schedule = prototype.scheduleCheckPendingRequests;
  if (typeof schedule !== "function")
    throw new Error("kafkajs changed: its request queue has no scheduleCheckPendingRequests");
  prototype.scheduleCheckPendingRequests = function scheduleWhenNeeded(this: RequestQueue) {
    if (this.pending.length === 0 && this.throttledUntil <= Date.now()) return;
    schedule.call(this);
  };
  quiet.add(prototype);
}
