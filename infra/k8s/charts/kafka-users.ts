import type { Construct } from "constructs";
import { deadLetterTopic, type Topic } from "../../../packages/contracts/src/topics";
import { workerName } from "../../environments/workloads";
import type { Acl, KafkaUser } from "../crds/strimzi";
import { addObject } from "../objects";
import type { ProgramFacts } from "../program-facts";
import { ofCluster } from "./kafka";

export const RELAY = workerName("relay");
export const MIGRATE_USER = "migrate";
export const KEDA_USER = "keda";

/** A name and password for each client, and exactly what it does: a consumer cannot write events, the relay cannot read them. */
export function addKafkaUsers(scope: Construct, facts: ProgramFacts): void {
  for (const { group, topics } of facts.consumers) addUser(scope, workerName(group), consumerRights(group, topics));
  addUser(scope, RELAY, relayRights(facts));
  addUser(scope, MIGRATE_USER, [
    onTopics("erp.", "prefix", ["Create", "Describe", "DescribeConfigs"]),
    { resource: { type: "cluster" }, operations: ["Describe"] },
  ]);
  addUser(scope, KEDA_USER, [
    onTopics("erp.", "prefix", ["Describe"]),
    ...facts.consumers.map(({ group }) => onGroup(group, ["Describe"])),
    { resource: { type: "cluster" }, operations: ["Describe"] },
  ]);
}

function addUser(scope: Construct, name: string, acls: Acl[]): void {
  const user: KafkaUser = {
    apiVersion: "kafka.strimzi.io/v1",
    kind: "KafkaUser",
    metadata: ofCluster(name),
    spec: { authentication: { type: "scram-sha-512" }, authorization: { type: "simple", acls } },
  };
  addObject(scope, user);
}

/** Reads its topics in its group, lays aside what it gives up on. */
function consumerRights(group: string, topics: readonly string[]): Acl[] {
  return [
    ...topics.map((topic) => onTopics(topic, "literal", ["Read", "Describe"])),
    ...topics.map((topic) => onTopics(deadLetterTopic(topic as Topic), "literal", ["Write", "Describe"])),
    onGroup(group, ["Read", "Describe"]),
    { resource: { type: "cluster" }, operations: ["Describe", "IdempotentWrite"] },
  ];
}

function relayRights({ topics }: ProgramFacts): Acl[] {
  const events = topics.filter(({ isForDeadLetters }) => !isForDeadLetters);
  return [
    ...events.map(({ name }) => onTopics(name, "literal", ["Write", "Describe"])),
    { resource: { type: "cluster" }, operations: ["Describe", "IdempotentWrite"] },
  ];
}

function onTopics(name: string, patternType: "literal" | "prefix", operations: Acl["operations"]): Acl {
  return { resource: { type: "topic", name, patternType }, operations };
}

function onGroup(name: string, operations: Acl["operations"]): Acl {
  return { resource: { type: "group", name, patternType: "literal" }, operations };
}
