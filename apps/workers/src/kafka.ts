import { createRequire } from "node:module";
import type { Log } from "@erp/telemetry/log";
import { Kafka as Client, type KafkaConfig, logLevel } from "kafkajs";
import { openAdmin } from "./kafka-admin";
import { startConsumer } from "./kafka-consumer";
import { toPino } from "./kafka-log";
import type { KafkaLogin } from "./kafka-login";
import { openPublisher } from "./kafka-publisher";
import { quietIdleTimer, type RequestQueueClass } from "./kafkajs-idle-timer";
import type { Kafka } from "./messages";

export type KafkaOptions = {
  brokers: string[];
  clientId: string;
  log: Log;
  /** Without it the connection is plain and nameless, as on a developer's machine. */
  login?: KafkaLogin | undefined;
  /** Stands before every topic and group, so that environments or test files share brokers without meeting. */
  namespace?: string;
  /** A consumer stopped for good: the program must end and be started again. */
  onDead?: (reason: string) => void;
  /** After this silence a member's partitions go to others. Kafka accepts 6000 and more. */
  sessionTimeoutMs?: number;
};

const SESSION_TIMEOUT_MS = 10_000;

const requestQueue: RequestQueueClass = createRequire(import.meta.url)("kafkajs/src/network/requestQueue");

/** The only way to Kafka: nothing outside the `kafka*.ts` files knows kafkajs, whose last release is from 2023. */
export function openKafka(options: KafkaOptions): Kafka {
  quietIdleTimer(requestQueue);
  const client = new Client({
    brokers: options.brokers,
    clientId: options.clientId,
    ...(options.login && securityOf(options.login)),
    connectionTimeout: 3000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 },
    logLevel: logLevel.INFO,
    logCreator: () => toPino(options.log),
  });
  const prefix = options.namespace ?? "";
  const admin = openAdmin(client, prefix);
  const { isReachable } = admin;
  const { log, sessionTimeoutMs = SESSION_TIMEOUT_MS, onDead = () => {} } = options;
  return {
    ...admin,
    openPublisher: () => openPublisher(client, prefix),
    consume: (subscription) =>
      startConsumer({ client, prefix, subscription, sessionTimeoutMs, log, onDead, isReachable }),
  };
}

/** TLS that checks the broker's certificate and name, and a password that never travels (SCRAM, RFC 5802). */
export function securityOf({ username, password, authority }: KafkaLogin): Pick<KafkaConfig, "ssl" | "sasl"> {
  return { ssl: { ca: [authority] }, sasl: { mechanism: "scram-sha-512", username, password } };
}
