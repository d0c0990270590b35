import type { GuardRefusal } from "./request-guards";

export type RateLimits = {
  /** `person` is whatever names the one who asks, however often it is written anew; `calls` is how much is asked at once. */
  refusalFor(caller: { source: string; person: string | null }, calls?: number): GuardRefusal | null;
  stop(): void;
};

/** Adds a process's counts to everybody's and answers the totals; rejects while that is not possible. */
export type ShareCounts = (window: number, counts: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;

const WINDOW_MS = 60_000;
/** How late a process hears of what the others have counted: that much more than the limit may get through. */
const SHARE_EVERY_MS = 1_000;

type Count = {
  own: number;
  /** How much of it the others have been told. */
  shared: number;
  others: number;
};

/**
 * Keeps one person or one address from taking all processes. A request is counted in this process's memory and waits for
 * nobody; once a second the counts are added to those of the other processes. While that store is away each counts by
 * itself. Guessing of passwords is another matter: the domain counts it in Redis, attempt by attempt (ADR 0022).
 */
export function createRateLimits(perMinute: { person: number; source: number }, share: ShareCounts): RateLimits {
  let window = windowNow();
  let counts = new Map<string, Count>();

  const take = (key: string, limit: number, calls: number): GuardRefusal | null => {
    if (window !== windowNow()) {
      window = windowNow();
      counts = new Map();
    }
    const count = counts.get(key) ?? { own: 0, shared: 0, others: 0 };
    counts.set(key, count);
    count.own += calls;
    if (count.own + count.others <= limit) return null;
    const seconds = Math.ceil((WINDOW_MS - (Date.now() % WINDOW_MS)) / 1000);
    return { status: 429, code: "request.too-many", params: { seconds } };
  };

  const shareOnce = async () => {
    const current = counts;
    const untold = [...current].filter(([, { own, shared }]) => own > shared);
    if (untold.length === 0) return;
    const told = new Map(untold.map(([key, { own, shared }]) => [key, own - shared]));
    const totals = await share(window, told);
    for (const [key, count] of untold) {
      count.shared += told.get(key) ?? 0;
      count.others = (totals.get(key) ?? count.shared) - count.shared;
    }
  };
  let isSharing = false;
  const timer = setInterval(async () => {
    if (isSharing) return;
    isSharing = true;
    // What could not be told is told the next time.
    await shareOnce().catch(() => {});
    isSharing = false;
  }, SHARE_EVERY_MS);
  timer.unref();

  return {
    refusalFor: ({ source, person }, calls = 1) =>
      take(`source:${source}`, perMinute.source, calls) ??
      (person ? take(`person:${person}`, perMinute.person, calls) : null),
    stop: () => clearInterval(timer),
  };
}

/** All processes begin their windows at the same time. */
function windowNow(): number {
  return Math.floor(Date.now() / WINDOW_MS);
}
