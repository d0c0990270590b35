import { setTimeout as delay } from "node:timers/promises";

/** Waits, but not longer than until the signal aborts. Never rejects. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
