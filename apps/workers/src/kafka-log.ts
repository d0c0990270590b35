import type { Log } from "@erp/telemetry/log";

/** The shape of kafkajs' log entries, as far as it is used. */
type KafkaLogEntry = { level: number; namespace: string; log: { message: string; timestamp: string; logger?: string } };

const ERROR = 1;

/**
 * kafkajs speaks of every reconnect as an error and of every rebalance as a warning. What matters is reported by the
 * watchdog and the relay in our words; kafkajs' own lines are for whoever looks closer.
 */
export function toPino(log: Log): (entry: KafkaLogEntry) => void {
  return ({ level, namespace, log: { message, timestamp: _timestamp, logger: _logger, ...details } }) => {
    log[level === ERROR ? "warn" : "debug"]({ ...details, from: `kafkajs/${namespace}` }, message);
  };
}
