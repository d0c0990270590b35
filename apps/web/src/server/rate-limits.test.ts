import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRateLimits, type RateLimits, type ShareCounts } from "./rate-limits";

const running: RateLimits[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T09:00:00Z") });
});
afterEach(() => {
  for (const limits of running.splice(0)) limits.stop();
  vi.useRealTimers();
});

function limitsOf(
  perMinute: { person: number; source: number },
  share: ShareCounts = async () => new Map(),
): RateLimits {
  const limits = createRateLimits(perMinute, share);
  running.push(limits);
  return limits;
}

/** What Redis does, in this process. */
function sharedStore(): ShareCounts {
  const totals = new Map<string, number>();
  return async (window, counts) =>
    new Map(
      [...counts].map(([key, count]) => {
        const total = (totals.get(`${window} ${key}`) ?? 0) + count;
        totals.set(`${window} ${key}`, total);
        return [key, total];
      }),
    );
}

describe("rate limits", () => {
  it("refuse one person's flood and nobody else's requests", () => {
    const limits = limitsOf({ person: 2, source: 100 });
    const flood = { source: "office", person: "one" };
    expect(limits.refusalFor(flood)).toBeNull();
    expect(limits.refusalFor(flood)).toBeNull();
    expect(limits.refusalFor(flood)).toMatchObject({ status: 429, code: "request.too-many", params: { seconds: 60 } });
    expect(limits.refusalFor({ source: "office", person: "two" })).toBeNull();
  });

  it("refuse one address that comes with many sessions", () => {
    const limits = limitsOf({ person: 100, source: 2 });
    limits.refusalFor({ source: "bot", person: "one" });
    limits.refusalFor({ source: "bot", person: "two" });
    expect(limits.refusalFor({ source: "bot", person: "three" })).toMatchObject({ status: 429 });
    expect(limits.refusalFor({ source: "elsewhere", person: null })).toBeNull();
  });

  it("count what is asked at once call by call", () => {
    const limits = limitsOf({ person: 5, source: 100 });
    const caller = { source: "office", person: "one" };
    expect(limits.refusalFor(caller, 3)).toBeNull();
    expect(limits.refusalFor(caller, 3)).toMatchObject({ status: 429 });
  });

  it("end with the minute", () => {
    const limits = limitsOf({ person: 100, source: 1 });
    const caller = { source: "office", person: null };
    limits.refusalFor(caller);
    vi.setSystemTime(new Date("2026-11-20T09:00:42Z"));
    expect(limits.refusalFor(caller)?.params).toEqual({ seconds: 18 });
    vi.setSystemTime(new Date("2026-11-20T09:01:00Z"));
    expect(limits.refusalFor(caller)).toBeNull();
  });

  it("hold over several processes, a second later", async () => {
    const share = sharedStore();
    const [one, other] = [limitsOf({ person: 100, source: 4 }, share), limitsOf({ person: 100, source: 4 }, share)];
    const caller = { source: "bot", person: null };
    for (const limits of [one, one, other, other]) expect(limits.refusalFor(caller)).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    // The first to tell has heard of nobody yet; it hears when it has something to tell again.
    expect(other.refusalFor(caller)).not.toBeNull();
    one.refusalFor(caller);
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.refusalFor(caller)).not.toBeNull();
  });

  it("count alone while the others cannot be told, and tell them all of it afterwards", async () => {
    const store = sharedStore();
    let isAway = true;
    const told: number[] = [];
    const share: ShareCounts = async (window, counts) => {
      if (isAway) throw new Error("away");
      told.push(...counts.values());
      return store(window, counts);
    };
    const limits = limitsOf({ person: 100, source: 3 }, share);
    const caller = { source: "bot", person: null };
    limits.refusalFor(caller);
    limits.refusalFor(caller);
    await vi.advanceTimersByTimeAsync(1000);
    expect(limits.refusalFor(caller)).toBeNull();
    expect(limits.refusalFor(caller)).not.toBeNull();
    isAway = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([4]);
  });
});
