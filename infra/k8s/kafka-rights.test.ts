/**
 * The rights of the manifests' Kafka accounts, on a real broker that knows no others: whoever runs under them can do their
 * work, and the broker refuses what is not theirs. What they do is the programs' own code.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadLetterOf } from "../../apps/workers/src/dead-letters";
import { lookAtDeadLetters, redriveDeadLetters, replayEvents, tailEvents } from "../../apps/workers/src/event-copies";
import { openKafka } from "../../apps/workers/src/kafka";
import { type Delivery, type Kafka, lagOf } from "../../apps/workers/src/messages";
import { measureKafka } from "../../apps/workers/src/reporting";
import { until } from "../../apps/workers/src/testing/eventually";
import {
  grantKafkaRights,
  type KafkaRight,
  refusalOfReading,
  refusalOfRemoving,
} from "../../apps/workers/src/testing/kafka-rights";
import { deadLetterTopic, type Topic, topics } from "../../packages/contracts/src/topics";
import { isKafkaInstalled } from "../../packages/local-stack/src/install/kafka";
import { chooseMode } from "../../packages/local-stack/src/mode";
import { type SecuredKafka, startSecuredKafka } from "../../packages/local-stack/src/testing/secured-kafka";
import { silentLog } from "../../packages/telemetry/src/log";
import { workerName } from "../environments/workloads";
import { manifestsOf } from "../testing/manifests";
import { KEDA_USER, MIGRATE_USER, OPERATOR_USER, RELAY } from "./charts/kafka-users";
import type { KafkaUser } from "./crds/strimzi";
import { readProgramFacts } from "./program-facts";
import { ofKind, specOf } from "./rules/manifest-rule";

const { consumers } = await readProgramFacts();
const rightsOf = new Map<string, readonly KafkaRight[]>(
  ofKind(await manifestsOf("prod"), "KafkaUser").map((user) => [
    user.metadata.name,
    specOf<KafkaUser["spec"]>(user).authorization.acls,
  ]),
);
const readersOnly = consumers.map(({ group }) => workerName(group)).filter((name) => name !== "worker-operations");
const canRun = (await chooseMode()) === "native" && isKafkaInstalled();
const [topic] = topics;
/** Kafka's words, and kafkajs' own where the broker does not even tell who looks after a group. */
const refused = /authoriz|group ?coordinator/i;

describe.runIf(canRun)(canRun ? "rights in Kafka" : "SKIPPED: no Kafka of this machine's own", () => {
  let secured: SecuredKafka;
  const opened: Kafka[] = [];

  beforeAll(async () => {
    secured = await startSecuredKafka([...rightsOf.keys()]);
    const administrator = openAs(secured.username);
    await administrator.createTopics();
    await until("the new topics take messages", () => publishTo(administrator, topics).then(() => true));
    await grantKafkaRights(secured.broker, loginOf(secured.username), rightsOf);
  }, 180_000);

  afterAll(async () => {
    await Promise.all(opened.map((kafka) => kafka.close()));
    await secured?.stop();
  });

  describe.each(consumers.map(({ group, topics: read }) => [workerName(group), group, read] as const))(
    "%s",
    (name, group, read) => {
      it("reads its topics in its group, sees how far it is, and lays aside", async () => {
        const kafka = openAs(name);
        const heard: Delivery[] = [];
        const running = kafka.consume({
          group,
          topics: read,
          handle: async (delivery) => {
            heard.push(delivery);
            return "done";
          },
        });
        await until("a message of each topic", () => new Set(heard.map((each) => each.topic)).size === read.length);
        await until("all of it is committed", async () =>
          (await Promise.all(read.map((each) => lagOf(kafka, group, each)))).every((lag) => lag === 0),
        );
        await running.stop();
        const publisher = kafka.openPublisher();
        await publisher.publish(heard.map((delivery) => deadLetterOf(delivery, group, "refused", "for the test")));
        await publisher.close();
      });

      it("reads in nobody else's group, and removes nothing", async () => {
        const other = consumers.find((each) => each.group !== group)?.group ?? "";
        expect(await refusalOfReading(secured.broker, loginOf(name), { group: other, topic })).toMatch(refused);
        await expect(openAs(name).removeGroup(other)).rejects.toThrow(refused);
        expect(await refusalOfRemoving(secured.broker, loginOf(name), deadLetterTopic(topic))).toMatch(refused);
      });
    },
  );

  it.each(readersOnly)("%s writes no events", async (name) => {
    await expect(publishTo(openAs(name), [topic])).rejects.toThrow(refused);
  });

  it("worker-operations sends dead letters of every topic back", async () => {
    await layAsideOneOfEach();
    for (const each of topics) {
      const { sentBack } = await redriveDeadLetters(openAs("worker-operations"), each);
      expect(sentBack).toBeGreaterThan(0);
    }
  });

  it("worker-relay publishes the events of every topic, and reports on groups and dead letters", async () => {
    const kafka = openAs(RELAY);
    await publishTo(kafka, topics);
    const { groups, deadLetters } = await measureKafka(kafka);
    expect(groups.map(({ group }) => group).sort()).toEqual(consumers.map(({ group }) => group).sort());
    expect(deadLetters).toHaveLength(topics.length);
  });

  it("worker-relay cannot read events, nor lay aside", async () => {
    const reading = { group: "approvals", topic };
    expect(await refusalOfReading(secured.broker, loginOf(RELAY), reading)).toMatch(refused);
    await expect(publishTo(openAs(RELAY), [deadLetterTopic(topic)])).rejects.toThrow(refused);
  });

  it("migrate makes the topics that are missing, and may do nothing with them", async () => {
    expect(
      await refusalOfRemoving(secured.broker, loginOf(secured.username), deadLetterTopic("erp.quests.v1")),
    ).toBeNull();
    const kafka = openAs(MIGRATE_USER);
    await until("it is made again", () => kafka.createTopics().then(() => true));
    await expect(publishTo(kafka, [topic])).rejects.toThrow(refused);
    expect(await refusalOfRemoving(secured.broker, loginOf(MIGRATE_USER), topic)).toMatch(refused);
    expect(await refusalOfReading(secured.broker, loginOf(MIGRATE_USER), { group: "approvals", topic })).toMatch(
      refused,
    );
  });

  it("keda sees how far every group is, and cannot read", async () => {
    const kafka = openAs(KEDA_USER);
    for (const { group, topics: read } of consumers)
      for (const each of read) expect(await lagOf(kafka, group, each)).toBeGreaterThanOrEqual(0);
    expect(await refusalOfReading(secured.broker, loginOf(KEDA_USER), { group: "approvals", topic })).toMatch(refused);
    await expect(publishTo(kafka, [topic])).rejects.toThrow(refused);
  });

  it("operator tails, looks at dead letters, replays and redrives", async () => {
    const kafka = openAs(OPERATOR_USER);
    const ending = new AbortController();
    const shown = new Set<string>();
    const all = topics.flatMap((each) => [each, deadLetterTopic(each)]);
    const tailing = tailEvents(kafka, all, (delivery) => shown.add(delivery.topic), ending.signal);
    await until("every topic is shown", async () => {
      await publishTo(openAs(secured.username), topics);
      await layAsideOneOfEach();
      return shown.size === all.length;
    });
    ending.abort();
    await tailing;
    expect(await replayEvents(kafka, topic, new Date(0), null)).toBeGreaterThan(0);
    const letters: Delivery[] = [];
    await lookAtDeadLetters(kafka, topic, (letter) => letters.push(letter));
    expect(await redriveDeadLetters(kafka, topic)).toEqual({ sentBack: letters.length, passedOver: [] });
    expect(letters.length).toBeGreaterThan(0);
    await publishTo(kafka, topics);
  });

  it("operator takes no group's place, and removes none of theirs", async () => {
    const reading = { group: "approvals", topic };
    expect(await refusalOfReading(secured.broker, loginOf(OPERATOR_USER), reading)).toMatch(refused);
    await expect(openAs(OPERATOR_USER).removeGroup("approvals")).rejects.toThrow(refused);
    expect(await refusalOfRemoving(secured.broker, loginOf(OPERATOR_USER), topic)).toMatch(refused);
  });

  function loginOf(username: string) {
    return { username, password: secured.password, authority: readFileSync(secured.authorityFile, "utf8") };
  }

  function openAs(username: string): Kafka {
    const kafka = openKafka({
      brokers: [secured.broker],
      clientId: "erp-rights",
      log: silentLog,
      login: loginOf(username),
    });
    opened.push(kafka);
    return kafka;
  }

  async function publishTo(kafka: Kafka, names: readonly string[]): Promise<void> {
    const publisher = kafka.openPublisher();
    await publisher.publish(names.map((name) => ({ topic: name, key: "one", value: "{}" })));
    await publisher.close();
  }

  async function layAsideOneOfEach(): Promise<void> {
    const publisher = openAs(secured.username).openPublisher();
    const group = "approvals";
    const letterOf = (each: Topic) => ({
      topic: deadLetterTopic(each),
      key: "one",
      value: "{}",
      headers: { topic: each, group },
    });
    await publisher.publish(topics.map(letterOf));
    await publisher.close();
  }
});
