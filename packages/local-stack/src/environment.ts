/** The environment that every program of the project reads. This file is the one place that makes it. */
import { Problem } from "./problem";
import type { Profile } from "./profiles";
import { readSecrets } from "./secrets";

export const environmentNames = [
  "MYSQL_URL",
  "MYSQL_ADMIN_URL",
  "MONGO_URL",
  "REDIS_URL",
  "KAFKA_BROKERS",
  "SOKETI_URL",
  "SOKETI_PUBLIC_URL",
  "SOKETI_APP_ID",
  "SOKETI_APP_KEY",
  "SOKETI_APP_SECRET",
  "AWS_REGION",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "COGNITO_USER_POOL_ID",
  "COGNITO_CLIENT_ID",
  "COGNITO_ENDPOINT",
  "MAIL_FROM",
  "MAIL_OUTBOX_URL",
  "SESSION_SECRET",
  "PUBLIC_URL",
  "WEB_PORT",
  "WORKERS_HEALTH_PORT",
  "SIGN_UP_EMAIL_DOMAINS",
  "DEMO_COMPANY",
  "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
] as const;

export type Environment = Record<(typeof environmentNames)[number], string>;

export function makeEnvironment(profile: Profile): Environment {
  const { ports } = profile;
  const secrets = readSecrets(profile);
  return {
    MYSQL_URL: `mysql://erp_app:${secrets.mysqlApp}@127.0.0.1:${ports.mysql}/erp`,
    MYSQL_ADMIN_URL: `mysql://erp_admin:${secrets.mysqlAdmin}@127.0.0.1:${ports.mysql}/erp`,
    MONGO_URL: `mongodb://127.0.0.1:${ports.mongo}/erp`,
    REDIS_URL: `redis://127.0.0.1:${ports.redis}/0`,
    KAFKA_BROKERS: `127.0.0.1:${ports.kafka}`,
    SOKETI_URL: `http://127.0.0.1:${ports.soketi}`,
    SOKETI_PUBLIC_URL: `ws://localhost:${ports.soketi}`,
    SOKETI_APP_ID: "1001",
    SOKETI_APP_KEY: "erp-local",
    SOKETI_APP_SECRET: secrets.soketi,
    AWS_REGION: "ap-northeast-2",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    COGNITO_USER_POOL_ID: "ap-northeast-2_erplocal1",
    COGNITO_CLIENT_ID: "erplocalwebclient000000001",
    COGNITO_ENDPOINT: `http://127.0.0.1:${ports.cognito}`,
    MAIL_FROM: "",
    MAIL_OUTBOX_URL: `http://localhost:${ports.mail}`,
    SESSION_SECRET: secrets.session,
    PUBLIC_URL: `http://localhost:${ports.web}`,
    WEB_PORT: String(ports.web),
    WORKERS_HEALTH_PORT: String(ports.workersHealth),
    SIGN_UP_EMAIL_DOMAINS: "hanbit.example",
    DEMO_COMPANY: "1",
    // Node 20 is supported here; images run a newer one, where the SDK has nothing to warn of.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}

/** Empty where the real cloud service is used: its own endpoint, its own mails, credentials of the machine. */
const optionalNames: readonly string[] = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "COGNITO_ENDPOINT",
  "MAIL_FROM",
  "MAIL_OUTBOX_URL",
  "DEMO_COMPANY",
  "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
];

/** External mode: the servers are somebody else's, and their addresses come from outside. */
export function readExternalEnvironment(source: NodeJS.ProcessEnv): Environment {
  const missing = environmentNames.filter((name) => !source[name] && !optionalNames.includes(name));
  if (missing.length > 0) {
    throw new Problem(`ERP_SERVERS=external, but these are not set: ${missing.join(", ")}`, {
      remedy: "copy .env.example to .env, fill it in and export it: set -a; . ./.env; set +a",
    });
  }
  return Object.fromEntries(environmentNames.map((name) => [name, source[name] ?? ""])) as Environment;
}
