import { expect, it } from "vitest";
import { readEnv, workersEnv } from "./env";

const complete = {
  MYSQL_URL: "mysql://erp_app:x@localhost/erp",
  MONGO_URL: "mongodb://localhost/erp",
  REDIS_URL: "redis://localhost",
  KAFKA_BROKERS: "one:9092, two:9092",
  SOKETI_URL: "http://localhost:6001",
  SOKETI_APP_ID: "1",
  SOKETI_APP_KEY: "key",
  SOKETI_APP_SECRET: "secret",
  AWS_REGION: "ap-northeast-2",
  COGNITO_USER_POOL_ID: "pool",
  COGNITO_CLIENT_ID: "client",
  PUBLIC_URL: "https://portal.hanbit.example",
  WORKERS_HEALTH_PORT: "8080",
};

it("reads brokers and workers as lists; all workers when none are named", () => {
  const env = readEnv(workersEnv, complete);
  expect(env.KAFKA_BROKERS).toEqual(["one:9092", "two:9092"]);
  expect(env.WORKERS).toEqual([
    "relay",
    "approvals",
    "notifications",
    "identity",
    "rewards",
    "leave",
    "attendance",
    "signals",
    "operations",
  ]);
  expect(readEnv(workersEnv, { ...complete, WORKERS: "relay, identity" }).WORKERS).toEqual(["relay", "identity"]);
});

it("names everything that is missing or malformed at once", () => {
  const { MYSQL_URL: _url, SOKETI_APP_SECRET: _secret, ...incomplete } = complete;
  const read = () => readEnv(workersEnv, { ...incomplete, WORKERS: "relay,typo", WORKERS_HEALTH_PORT: "many" });
  expect(read).toThrow(/MYSQL_URL.*SOKETI_APP_SECRET.*WORKERS.*WORKERS_HEALTH_PORT/s);
});
