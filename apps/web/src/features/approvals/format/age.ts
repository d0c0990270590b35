/** How long something has waited, in the one unit that matters. */
export type Age = { unit: "now" | "minutes" | "hours" | "days"; count: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Clocks of two machines differ: what seems to lie in the future happened just now. */
export function ageOf(since: Date, now: Date): Age {
  const elapsedMs = now.getTime() - since.getTime();
  if (elapsedMs < MINUTE_MS) return { unit: "now", count: 0 };
  if (elapsedMs < HOUR_MS) return { unit: "minutes", count: Math.floor(elapsedMs / MINUTE_MS) };
  if (elapsedMs < DAY_MS) return { unit: "hours", count: Math.floor(elapsedMs / HOUR_MS) };
  return { unit: "days", count: Math.floor(elapsedMs / DAY_MS) };
}
