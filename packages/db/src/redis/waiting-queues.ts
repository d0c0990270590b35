import type { Redis } from "ioredis";
import { redisKeys } from "./keys";
import { defineScript, runScript } from "./script";

/**
 * Per approver the documents that wait for them, oldest first, and a card for each: a projection of MongoDB that may be
 * wiped at any time (ADR 0008). Needs a Redis that evicts nothing by itself (`maxmemory-policy noeviction` or `volatile-*`).
 */
export type WaitingEntry = {
  documentId: string;
  version: number;
  /** Sorts the queue: when it was submitted, in milliseconds. */
  score: number;
  /** JSON, as `readWaiting` gives it back. */
  card: string;
  /** In whose queue the document lies now, and everybody in whose queue it may have lain before. */
  waitingFor: readonly string[];
  noLongerFor: readonly string[];
};

/** The version of a document that left the queues is remembered this long, so that a late older entry finds it. */
const TOMBSTONE_SECONDS = 24 * 60 * 60;

const putEntry = defineScript(`
  local held = redis.call("HGET", KEYS[1], "version")
  if held and tonumber(held) > tonumber(ARGV[2]) then return 0 end
  local waiting = tonumber(ARGV[5])
  for i = 2, #KEYS do
    if i <= waiting + 1 then redis.call("ZADD", KEYS[i], ARGV[3], ARGV[1])
    else redis.call("ZREM", KEYS[i], ARGV[1]) end
  end
  if waiting > 0 then
    redis.call("HSET", KEYS[1], "version", ARGV[2], "card", ARGV[4])
    redis.call("PERSIST", KEYS[1])
  else
    redis.call("HSET", KEYS[1], "version", ARGV[2])
    redis.call("HDEL", KEYS[1], "card")
    redis.call("EXPIRE", KEYS[1], ${TOMBSTONE_SECONDS})
  end
  return 1`);

const readPage = defineScript(`
  if redis.call("EXISTS", KEYS[2]) == 0 then return false end
  local start = 0
  if ARGV[2] ~= "" then
    start = redis.call("ZCOUNT", KEYS[1], "-inf", "(" .. ARGV[2])
    for _, id in ipairs(redis.call("ZRANGEBYSCORE", KEYS[1], ARGV[2], ARGV[2])) do
      if id <= ARGV[3] then start = start + 1 end
    end
  end
  local cards = {}
  for _, id in ipairs(redis.call("ZRANGE", KEYS[1], start, start + tonumber(ARGV[4]) - 1)) do
    local card = redis.call("HGET", ARGV[1] .. id, "card")
    if not card then return false end
    cards[#cards + 1] = card
  end
  return cards`);

const countQueue = defineScript(`
  if redis.call("EXISTS", KEYS[2]) == 0 then return false end
  return redis.call("ZCARD", KEYS[1])`);

const claimIfNobodyRebuilds = defineScript(`
  if redis.call("EXISTS", KEYS[2]) == 1 then return 0 end
  if redis.call("SET", KEYS[1], ARGV[1], "EX", ARGV[2], "NX") then return 1 end
  return 0`);

const stepOfRebuild = (ifOurs: string) =>
  defineScript(`
  local current = redis.call("GET", KEYS[1])
  if current == ARGV[1] then
    ${ifOurs}
  end
  if current or redis.call("EXISTS", KEYS[2]) == 1 then return "superseded" end
  return "wiped"`);

const renewRebuild = stepOfRebuild(`redis.call("EXPIRE", KEYS[1], ARGV[2])
    return "under-way"`);

const finishRebuild = stepOfRebuild(`redis.call("SET", KEYS[2], ARGV[1])
    redis.call("DEL", KEYS[1])
    return "complete"`);

/** Puts the document into the queues it belongs to and takes it out of the others; an older version than the one held changes nothing. */
export async function putWaiting(redis: Redis, entry: WaitingEntry): Promise<void> {
  const { documentId, version, score, card, waitingFor, noLongerFor } = entry;
  const queues = [...waitingFor, ...noLongerFor].map(redisKeys.waitingQueue);
  await runScript(
    redis,
    putEntry,
    [redisKeys.documentCard(documentId), ...queues],
    [documentId, version, score, card, waitingFor.length],
  );
}

export type QueuePosition = { score: number; documentId: string };

/** Up to `limit` cards after the position, in one round trip; null when the projection is not complete: ask MongoDB then. */
export async function readWaiting(
  redis: Redis,
  employeeId: string,
  after: QueuePosition | null,
  limit: number,
): Promise<string[] | null> {
  const keys = [redisKeys.waitingQueue(employeeId), redisKeys.waitingQueueReady];
  const args = [redisKeys.documentCard(""), after?.score ?? "", after?.documentId ?? "", limit];
  return (await runScript(redis, readPage, keys, args)) as string[] | null;
}

/** How many documents wait for this approver; null when the projection is not complete. */
export async function countWaiting(redis: Redis, employeeId: string): Promise<number | null> {
  const keys = [redisKeys.waitingQueue(employeeId), redisKeys.waitingQueueReady];
  return (await runScript(redis, countQueue, keys, [])) as number | null;
}

/** One rebuild at a time: its token, in a lease that lasts from one batch to the next however large the company is. */
const REBUILD_LEASE_SECONDS = 30;
const rebuildKeys = [redisKeys.waitingQueueRebuilding, redisKeys.waitingQueueReady];

/** For whoever notices that the queues are incomplete: false when they are not, or somebody rebuilds them already. */
export async function claimRebuild(redis: Redis, token: string): Promise<boolean> {
  return (await runScript(redis, claimIfNobodyRebuilds, rebuildKeys, [token, REBUILD_LEASE_SECONDS])) === 1;
}

/** For whoever wants them rebuilt in any case: a rebuild under way ends at its next batch. */
export async function takeOverRebuild(redis: Redis, token: string): Promise<void> {
  await redis.set(redisKeys.waitingQueueRebuilding, token, "EX", REBUILD_LEASE_SECONDS);
}

/**
 * Declares the queues incomplete and empties them, once the rebuild is ours. Cards stay: they hold the versions that older
 * entries must not undo.
 */
export async function emptyQueues(redis: Redis): Promise<void> {
  await redis.del(redisKeys.waitingQueueReady);
  for await (const keys of redis.scanStream({ match: redisKeys.waitingQueue("*"), count: 500 })) {
    if ((keys as string[]).length > 0) await redis.unlink(...(keys as string[]));
  }
}

/** What has become of a rebuild: another one took its place, or Redis was wiped, which asks for a new one. */
export type RebuildLost = "superseded" | "wiped";

/** To be called more often than the lease lasts. */
export async function keepRebuilding(redis: Redis, token: string): Promise<"under-way" | RebuildLost> {
  return (await runScript(redis, renewRebuild, rebuildKeys, [token, REBUILD_LEASE_SECONDS])) as
    | "under-way"
    | RebuildLost;
}

/** Declares the queues complete, if the rebuild with this token is still the one under way. */
export async function endRebuild(redis: Redis, token: string): Promise<"complete" | RebuildLost> {
  return (await runScript(redis, finishRebuild, rebuildKeys, [token])) as "complete" | RebuildLost;
}
