import type { Construct } from "constructs";
import { passingGroups, REDRIVE_PREFIX } from "../../../apps/workers/src/event-copies";
import { deadLetterTopic, type Topic } from "../../../packages/contracts/src/topics";
import { workerName } from "../../environments/workloads";
import type { Acl, KafkaUser } from "../crds/strimzi";
import { addObject } from "../objects";
import type { ProgramFacts } from "../program-facts";
import { ofCluster } from "./kafka";

export const RELAY = workerName("relay");
export const MIGRATE_USER = "migrate";
export const KEDA_USER = "keda";
export const OPERATOR_USER = "operator";
/** The group whose worker redrives when somebody asks for it on the portal's page. */
const REDRIVING = "operations";

/**
 * A name and password for each client, and exactly what it does: a consumer cannot write events, the relay cannot read
 * them. What everybody does is tried on a real broker (kafka-rights.test.ts).
 */
export function addKafkaUsers(scope: Construct, facts: ProgramFacts): void {
  const groups = facts.consumers.map(({ group }) => group);
  for (const { group, topics } of facts.consumers) {
    const rights = consumerRights(group, topics);
    addUser(scope, workerName(group), group === REDRIVING ? [...rights, ...redriveRights(facts)] : rights);
  }
  addUser(scope, RELAY, relayRights(facts, groups));
  addUser(scope, OPERATOR_USER, operatorRights(facts));
  addUser(scope, MIGRATE_USER, [onTopics("erp.", "prefix", ["Create", "Describe"])]);
  addUser(scope, KEDA_USER, [
    onTopics("erp.", "prefix", ["Describe"]),
    ...groups.map((group) => onGroup(group, "literal", ["Describe"])),
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
    ...topics.map((topic) => onTopics(topic, "literal", ["Read"])),
    ...topics.map((topic) => onTopics(deadLetterTopic(topic as Topic), "literal", ["Write"])),
    onGroup(group, "literal", ["Read"]),
  ];
}

/** Publishes events; as the leader it also reports how far all groups are, those of the redrives among them. */
function relayRights(facts: ProgramFacts, groups: readonly string[]): Acl[] {
  const { events, deadLetters } = topicsOf(facts);
  return [
    ...events.map((name) => onTopics(name, "literal", ["Write"])),
    ...deadLetters.map((name) => onTopics(name, "literal", ["Describe"])),
    ...groups.map((group) => onGroup(group, "literal", ["Describe"])),
    onGroup(REDRIVE_PREFIX, "prefix", ["Describe"]),
  ];
}

/** Copies dead letters back to where they came from. */
function redriveRights(facts: ProgramFacts): Acl[] {
  const { events, deadLetters } = topicsOf(facts);
  return [
    ...deadLetters.map((name) => onTopics(name, "literal", ["Read"])),
    ...events.map((name) => onTopics(name, "literal", ["Write"])),
    onGroup(REDRIVE_PREFIX, "prefix", ["Read"]),
  ];
}

/** The commands `events:*`: `events:redrive` in the groups of all redrives, the others in groups that they remove again. */
function operatorRights(facts: ProgramFacts): Acl[] {
  return [
    ...redriveRights(facts),
    ...topicsOf(facts).events.map((name) => onTopics(name, "literal", ["Read"])),
    ...passingGroups.map((prefix) => onGroup(prefix, "prefix", ["Read", "Delete"])),
  ];
}

function topicsOf({ topics }: ProgramFacts): { events: string[]; deadLetters: string[] } {
  const namesOf = (wanted: boolean) =>
    topics.filter(({ isForDeadLetters }) => isForDeadLetters === wanted).map(({ name }) => name);
  return { events: namesOf(false), deadLetters: namesOf(true) };
}

function onTopics(name: string, patternType: "literal" | "prefix", operations: Acl["operations"]): Acl {
  return { resource: { type: "topic", name, patternType }, operations };
}

function onGroup(name: string, patternType: "literal" | "prefix", operations: Acl["operations"]): Acl {
  return { resource: { type: "group", name, patternType }, operations };
}
