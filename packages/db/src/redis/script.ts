import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

/** A Lua script: Redis runs it as one step, nobody sees it half done. */
export type Script = { source: string; sha: string };

export function defineScript(source: string): Script {
  return { source, sha: createHash("sha1").update(source).digest("hex") };
}

/** Sends the script's hash; only a Redis that does not know it yet (just started, just wiped) is sent the source. */
export async function runScript(
  redis: Redis,
  script: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(script.sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return redis.eval(script.source, keys.length, ...keys, ...args);
  }
}
