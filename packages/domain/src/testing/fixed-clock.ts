import type { Clock } from "../clock";

/** A clock that stands still until a test moves it. */
export type FixedClock = Clock & {
  set(instant: string): void;
  advance(milliseconds: number): void;
  /** For tests with a server that has a clock of its own: tokens are made by the real time. */
  followRealTime(): void;
};

/** A Friday morning in Korea. */
export const TEST_NOW = "2026-11-20T09:00:00+09:00";

export function fixedClock(instant: string = TEST_NOW): FixedClock {
  let now = Date.parse(instant);
  return {
    now: () => new Date(now),
    set: (later) => {
      now = Date.parse(later);
    },
    followRealTime: () => {
      now = Date.now();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
