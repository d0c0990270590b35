/** What accounts may do on a broker, and what it refuses them, for tests of the rights that production gives. */
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka as Client,
  logLevel,
  ResourcePatternTypes,
} from "kafkajs";
import { securityOf } from "../kafka";
import type { KafkaLogin } from "../kafka-login";

/** A right as Strimzi writes it down. */
export type KafkaRight = {
  resource: { type: "cluster" } | { type: "topic" | "group"; name: string; patternType: "literal" | "prefix" };
  operations: readonly (keyof typeof operationTypes)[];
};

const operationTypes = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Create: AclOperationTypes.CREATE,
  Delete: AclOperationTypes.DELETE,
  Describe: AclOperationTypes.DESCRIBE,
};
const resourceTypes = {
  topic: AclResourceTypes.TOPIC,
  group: AclResourceTypes.GROUP,
  cluster: AclResourceTypes.CLUSTER,
};
const patternTypes = { literal: ResourcePatternTypes.LITERAL, prefix: ResourcePatternTypes.PREFIXED };
/** How Kafka names the whole cluster. */
const wholeCluster = { name: "kafka-cluster", patternType: "literal" } as const;

/** Gives each account its rights; `login` is somebody who may do so. */
export async function grantKafkaRights(
  broker: string,
  login: KafkaLogin,
  rightsOf: ReadonlyMap<string, readonly KafkaRight[]>,
): Promise<void> {
  const admin = openClient(broker, login).admin();
  await admin.connect();
  try {
    const acl = [...rightsOf].flatMap(([name, rights]) => rights.flatMap((right) => aclOf(name, right)));
    await admin.createAcls({ acl });
  } finally {
    await admin.disconnect();
  }
}

function aclOf(account: string, { resource, operations }: KafkaRight) {
  const { name, patternType } = resource.type === "cluster" ? wholeCluster : resource;
  return operations.map((operation) => ({
    principal: `User:${account}`,
    host: "*",
    permissionType: AclPermissionTypes.ALLOW,
    resourceType: resourceTypes[resource.type],
    resourceName: name,
    resourcePatternType: patternTypes[patternType],
    operation: operationTypes[operation],
  }));
}

/** Kafka's own word for why this account may not read the topic in that group; null when a message came. */
export async function refusalOfReading(
  broker: string,
  login: KafkaLogin,
  { group, topic }: { group: string; topic: string },
): Promise<string | null> {
  const consumer = openClient(broker, login).consumer({ groupId: group, retry: { retries: 0 } });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    return await new Promise((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(wordOf(payload.error)));
      consumer.run({ eachMessage: async () => resolve(null) }).catch(reject);
    });
  } catch (error) {
    return wordOf(error);
  } finally {
    await consumer.disconnect();
  }
}

/** Kafka's own word for why this account may not remove the topic; null when it is removed. */
export async function refusalOfRemoving(broker: string, login: KafkaLogin, topic: string): Promise<string | null> {
  const admin = openClient(broker, login).admin({ retry: { retries: 0 } });
  await admin.connect();
  try {
    await admin.deleteTopics({ topics: [topic] });
    return null;
  } catch (error) {
    return wordOf(error);
  } finally {
    await admin.disconnect();
  }
}

function wordOf(error: unknown): string {
  return String((error as { type?: string }).type ?? error);
}

function openClient(broker: string, login: KafkaLogin): Client {
  return new Client({
    brokers: [broker],
    clientId: "erp-rights",
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3000,
    ...securityOf(login),
  });
}
