import type { Log } from "@erp/telemetry/log";

/** kafkajs consumers can stop without a word. One that has not fetched or beaten for this long is dead (milliseconds). */
const SILENCE_LIMIT_MS = 60_000;
const CHECK_EVERY_MS = 5_000;

export type Watchdog = {
  /** The consumer fetched or beat: it lives. */
  signOfLife(): void;
  stop(): void;
};

type Options = {
  group: string;
  isKafkaReachable(): Promise<boolean>;
  onDead(reason: string): void;
  log: Log;
  silenceLimitMs?: number;
  checkEveryMs?: number;
};

/**
 * Reports a consumer that stays silent although Kafka answers. While Kafka itself is away, silence is expected: the
 * consumer returns with it, and the count begins anew.
 */
export function watchConsumer(options: Options): Watchdog {
  const { silenceLimitMs = SILENCE_LIMIT_MS, checkEveryMs = CHECK_EVERY_MS } = options;
  let excusedUntil = Date.now();
  const timer = setInterval(async () => {
    if (Date.now() - excusedUntil < silenceLimitMs) return;
    if (await options.isKafkaReachable()) {
      options.onDead(`consumer ${options.group} was silent for ${silenceLimitMs} ms although Kafka answers`);
      return;
    }
    options.log.warn({ group: options.group }, "consumer waits for Kafka");
    excusedUntil = Date.now();
  }, checkEveryMs);
  timer.unref();
  return {
    signOfLife: () => {
      excusedUntil = Date.now();
    },
    stop: () => clearInterval(timer),
  };
}
