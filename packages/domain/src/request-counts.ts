import { createHash } from "node:crypto";
import { redisKeys } from "@erp/db/redis/keys";
import type { Ctx } from "./context";

/**
 * Adds what one process has counted to what all have, and answers the totals; one round trip however many keys. Keys are
 * hashed: some are made of tokens. `window` numbers the minute, and what is counted in it is forgotten a minute later.
 * Rejects while Redis is away.
 */
export async function addRequestCounts(
  ctx: Pick<Ctx, "redis">,
  window: number,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const keys = [...counts.keys()];
  const pipeline = ctx.redis.pipeline();
  for (const key of keys) {
    const stored = redisKeys.requestCount(window, fingerprint(key));
    pipeline.incrby(stored, counts.get(key) ?? 0).expire(stored, KEPT_SECONDS);
  }
  const results = (await pipeline.exec()) ?? [];
  const failure = results.find(([error]) => error !== null)?.[0];
  if (failure) throw failure;
  // Two results a key: the new total, and that it will be forgotten.
  return new Map(keys.map((key, index) => [key, Number(results[index * 2]?.[1])]));
}

/** The window itself, and as long again for a process whose clock is behind. */
const KEPT_SECONDS = 120;

function fingerprint(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 22);
}
