import type { Database, Environment } from "../environments/environment";
import { REGION } from "../environments/environment";
import { leaving } from "../environments/leaving";
import { ports } from "../environments/ports";
import { namespaces } from "../environments/workloads";
import type { ClusterValues } from "./values";
import type { SecretKey } from "./workload";

/** Names of secrets inside Kubernetes, as `charts/secrets.ts` makes them. */
export const secretNames = {
  stores: "stores",
  session: "session",
  soketi: "soketi",
  soketiConfig: "soketi-config",
  mysqlAdmin: "mysql-admin",
} as const;

/** Soketi's app. The id must be digits; the key is public, browsers send it. */
export const SOKETI_APP_ID = "1001";
export const SOKETI_APP_KEY = "erp-portal";

export const KAFKA_CLUSTER = "erp";
export const KAFKA_BOOTSTRAP = `${KAFKA_CLUSTER}-kafka-bootstrap.${namespaces.app}.svc:${ports.kafka}`;
/** The cluster authority's certificate, which Strimzi keeps in this secret. */
export const kafkaAuthority: SecretKey = { secret: `${KAFKA_CLUSTER}-cluster-ca-cert`, key: "ca.crt" };
export const KAFKA_CA_FOLDER = "/etc/kafka-ca";

const SOKETI_URL = `http://soketi.${namespaces.app}.svc:${ports.soketi.pod}`;

/** What whoever opens the stores is told: the programs, and the operators' commands. */
export function domainSettings(environment: Environment, values: ClusterValues): Record<string, string> {
  return {
    NODE_ENV: "production",
    AWS_REGION: REGION,
    COGNITO_USER_POOL_ID: values.user_pool_id,
    COGNITO_CLIENT_ID: values.web_client_id,
    COGNITO_INTEGRATIONS_CLIENT_ID: values.integrations_client_id,
    SIGN_UP_EMAIL_DOMAINS: environment.signUpEmailDomains.join(","),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://collector.${namespaces.monitoring}.svc:${ports.otlp}`,
    OTEL_TRACES_SAMPLER_ARG: environment.name === "prod" ? "0.1" : "1",
  };
}

/** How many connections to MySQL a program opens at most (connections.test.ts adds them up). */
export function poolSettings({ database }: Environment, program: keyof Database["connectionsPerPod"]) {
  return { MYSQL_POOL_SIZE: String(database.connectionsPerPod[program]) };
}

/** What every program of ours is told. */
export function runtimeSettings(environment: Environment, values: ClusterValues): Record<string, string> {
  return {
    ...domainSettings(environment, values),
    PUBLIC_URL: `https://${environment.domain.name}`,
    LOG_LEVEL: "info",
    SOKETI_URL,
    SOKETI_APP_ID,
    SOKETI_APP_KEY,
  };
}

export function storeSecrets(): Record<string, SecretKey> {
  const stores = (key: string) => ({ secret: secretNames.stores, key });
  return { MYSQL_URL: stores("MYSQL_URL"), MONGO_URL: stores("MONGO_URL"), REDIS_URL: stores("REDIS_URL") };
}

export function runtimeSecrets(): Record<string, SecretKey> {
  return {
    ...storeSecrets(),
    SOKETI_APP_SECRET: { secret: secretNames.soketi, key: "SOKETI_APP_SECRET" },
  };
}

/**
 * Half of what web's container may have; the other half is for what lies beside the heap. Said here, because what Node
 * would choose by itself differs with its version and with what it sees of the container.
 */
const WEB_HEAP_MIB = 256;
/** What an answer is made of dies young: with this much room (up to three times it) the collector copies little of it. */
const WEB_YOUNG_MIB = 32;

export function webSettings(environment: Environment, values: ClusterValues): Record<string, string> {
  const { name } = environment.domain;
  return {
    ...runtimeSettings(environment, values),
    ...poolSettings(environment, "web"),
    SOKETI_PUBLIC_URL: `wss://${name}`,
    WEB_PORT: String(ports.web.pod),
    // CloudFront alone: the load balancer is TCP and writes no header.
    TRUSTED_PROXY_HOPS: "1",
    DRAIN_SECONDS: String(leaving.web.drainSeconds),
    NODE_OPTIONS: `--max-old-space-size=${WEB_HEAP_MIB} --max-semi-space-size=${WEB_YOUNG_MIB}`,
  };
}

export function webSecrets(): Record<string, SecretKey> {
  return { ...runtimeSecrets(), SESSION_SECRET: { secret: secretNames.session, key: "SESSION_SECRET" } };
}

/** How a Kafka client proves who it is; `user` is also the name of the KafkaUser and of its secret. */
export function kafkaSettings(user: string): Record<string, string> {
  return {
    KAFKA_BROKERS: KAFKA_BOOTSTRAP,
    KAFKA_USERNAME: user,
    KAFKA_CA_FILE: `${KAFKA_CA_FOLDER}/${kafkaAuthority.key}`,
  };
}

export function kafkaSecrets(user: string): Record<string, SecretKey> {
  return { KAFKA_PASSWORD: { secret: user, key: "password" } };
}

export const kafkaFiles: Record<string, SecretKey> = { [KAFKA_CA_FOLDER]: kafkaAuthority };
