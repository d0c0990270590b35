import { redisKeys } from "@erp/db/redis/keys";
import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Ctx } from "./context";
import { DomainError } from "./errors";

/** At most `attempts` within `seconds`, for each key. */
export type Limit = { name: string; attempts: number; seconds: number };

/**
 * Counts an attempt before it is made, so that many at once cannot slip through together. Throws `identity.throttled`
 * with the seconds to wait. While Redis is away each process counts by itself, in memory.
 */
export async function countAttempt(ctx: Ctx, limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(ctx.redis, limit).consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError("identity.throttled", { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}

/** Takes one attempt back: it was none of those the limit is against. */
export async function forgiveAttempt(ctx: Ctx, limit: Limit, key: string): Promise<void> {
  await limiterOf(ctx.redis, limit).reward(key);
}

/** Starts the count anew. */
export async function forgetAttempts(ctx: Ctx, limit: Limit, key: string): Promise<void> {
  await limiterOf(ctx.redis, limit).delete(key);
}

/** Limiters are kept as long as their connection, because the insurance counts in their memory. */
const limiters = new WeakMap<Redis, Map<string, RateLimiterRedis>>();

function limiterOf(redis: Redis, { name, attempts, seconds }: Limit): RateLimiterRedis {
  const known = limiters.get(redis) ?? new Map<string, RateLimiterRedis>();
  limiters.set(redis, known);
  const existing = known.get(name);
  if (existing) return existing;
  const limits = { keyPrefix: `${redisKeys.throttle}:${name}`, points: attempts, duration: seconds };
  const insuranceLimiter = new RateLimiterMemory(limits);
  // Not ready: counted in memory at once, instead of after the time a command may take.
  const limiter = new RateLimiterRedis({
    ...limits,
    storeClient: redis,
    insuranceLimiter,
    rejectIfRedisNotReady: true,
  });
  known.set(name, limiter);
  return limiter;
}
