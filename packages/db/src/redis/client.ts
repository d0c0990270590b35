import { Redis } from "ioredis";

/**
 * Opens Redis 7 or Valkey 8. Holds nothing that cannot be rebuilt, so a command fails fast while it is away instead of
 * queueing: callers fall back to the stores.
 */
export function openRedis(url: string): Redis {
  const client = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
    commandTimeout: 2000,
    // Commands of one turn of the event loop share a packet: under load, packets cost more than commands.
    enableAutoPipelining: true,
    // The limiter's script: defined while a packet waits, it is unknown to that packet, and ioredis would end the program.
    autoPipeliningIgnoredCommands: ["rlflxIncr"],
    retryStrategy: (attempt) => Math.min(100 * attempt, 2000),
  });
  // Without a listener ioredis turns a lost connection into an uncaught exception; health reports it instead.
  client.on("error", () => {});
  return client;
}
