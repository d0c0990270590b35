/** `SOON`: less than a day is left. */
export type DeadlineState = "AHEAD" | "SOON" | "PAST";

const DAY_MS = 24 * 60 * 60 * 1000;

export function deadlineState(dueAt: Date, now: Date): DeadlineState {
  const leftMs = dueAt.getTime() - now.getTime();
  if (leftMs <= 0) return "PAST";
  return leftMs <= DAY_MS ? "SOON" : "AHEAD";
}
