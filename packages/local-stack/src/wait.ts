import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until the answer is yes. Returns false when the time is over. */
export async function waitUntil(
  isDone: () => Promise<boolean> | boolean,
  { timeoutMs = 60_000, everyMs = 100 } = {},
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await isDone()) return true;
    await sleep(everyMs);
  }
  return false;
}

export async function answersHttp(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
