import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { GuardRefusal } from "./request-guards";

export type RateLimits = {
  refusalFor(caller: { source: string; sessionToken: string | null }): Promise<GuardRefusal | null>;
};

/**
 * Keeps one person or one address from taking the whole process. In memory on purpose: it must work while Redis is
 * away, and a limit per process is what protects the process. Guessing of passwords is counted in Redis, by the domain.
 */
export function createRateLimits(perMinute: { person: number; source: number }): RateLimits {
  const person = new RateLimiterMemory({ points: perMinute.person, duration: 60 });
  const source = new RateLimiterMemory({ points: perMinute.source, duration: 60 });
  return {
    async refusalFor(caller) {
      const bySource = await take(source, caller.source);
      return bySource ?? (caller.sessionToken ? take(person, caller.sessionToken) : null);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<GuardRefusal | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { status: 429, code: "request.too-many", params: { seconds: Math.ceil(refused.msBeforeNext / 1000) } };
  }
}
