/** How the workers log in to brokers that take nobody without TLS and a password, as production's do (infra/k8s/charts/kafka.ts). */
import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { chooseMode } from "@erp/local-stack/mode";
import { type SecuredKafka, startSecuredKafka } from "@erp/local-stack/testing/secured-kafka";
import { silentLog } from "@erp/telemetry/log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openKafka } from "./kafka";
import type { KafkaLogin } from "./kafka-login";
import type { Kafka } from "./messages";
import { eventually, until } from "./testing/eventually";

const isNative = (await chooseMode()) === "native";

describe.runIf(isNative)("brokers that ask who one is", () => {
  let secured: SecuredKafka;
  const opened: Kafka[] = [];

  beforeAll(async () => {
    secured = await startSecuredKafka();
  }, 90_000);

  afterAll(async () => {
    await Promise.all(opened.map((kafka) => kafka.close()));
    await secured?.stop();
  });

  it("let a program in that has name, password and authority: it publishes, and reads", async () => {
    const kafka = open(login());
    await kafka.createTopics();
    const read: string[] = [];
    const consumer = kafka.consume({
      group: "login-test",
      topics: ["erp.approvals.v1"],
      handle: async ({ key }) => {
        read.push(key);
        return "done";
      },
    });
    const publisher = kafka.openPublisher();
    await eventually("the new topic has a leader and takes a message", async () => {
      await publisher.publish([{ topic: "erp.approvals.v1", key: "one", value: "{}" }]);
      return true;
    });
    await until("the message has come", () => read.includes("one"));
    await publisher.close();
    await consumer.stop();
  });

  it("refuse a wrong password", async () => {
    expect(await open({ ...login(), password: "another" }).isReachable()).toBe(false);
  });

  it("refuse who says nothing", async () => {
    expect(await open(undefined).isReachable()).toBe(false);
  });

  it("are refused by the program when another authority signed them", async () => {
    expect(await open({ ...login(), authority: rootCertificates[0] ?? "" }).isReachable()).toBe(false);
  });

  function login(): KafkaLogin {
    const { username, password, authorityFile } = secured;
    return { username, password, authority: readFileSync(authorityFile, "utf8") };
  }

  function open(login: KafkaLogin | undefined): Kafka {
    const kafka = openKafka({ brokers: [secured.broker], clientId: "erp-test", log: silentLog, login });
    opened.push(kafka);
    return kafka;
  }
});
