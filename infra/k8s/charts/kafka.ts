import type { Construct } from "constructs";
import { kafkaNodes } from "../../aws/stacks/cluster/nodes";
import type { Environment } from "../../environments/environment";
import { ports } from "../../environments/ports";
import { namespaces } from "../../environments/workloads";
import type { Kafka, KafkaNodePool, KafkaTopic } from "../crds/strimzi";
import { addObject, labelsOf } from "../objects";
import type { ProgramFacts } from "../program-facts";
import { KAFKA_CLUSTER } from "../settings";
import { DISK_CLASS } from "./namespaces";

const REPLICAS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The same as `migrate` gives topics that it creates itself (apps/workers/src/kafka-admin.ts); a test compares them. */
export const RETENTION_DAYS = { events: 14, deadLetters: 90 };
/**
 * How long Kafka remembers where a group without members stands. Longer than a dead letter lies there, the week included
 * until its segment is closed: else what was redriven would be redriven again.
 */
export const OFFSETS_RETENTION_MINUTES = 100 * 24 * 60;

const apiVersion = "kafka.strimzi.io/v1";

export function ofCluster(name: string) {
  return { name, namespace: namespaces.app, labels: { "strimzi.io/cluster": KAFKA_CLUSTER } };
}

/** Three brokers that are also the voters, in three zones where there are three; two of three are enough to go on. */
export function addKafka(scope: Construct, environment: Environment, facts: ProgramFacts): void {
  addObject(scope, nodePool(environment));
  addObject(scope, cluster());
  for (const topic of facts.topics) addObject(scope, kafkaTopic(topic));
}

function nodePool(environment: Environment): KafkaNodePool {
  return {
    apiVersion,
    kind: "KafkaNodePool",
    metadata: ofCluster("nodes"),
    spec: {
      replicas: REPLICAS,
      roles: ["controller", "broker"],
      storage: {
        type: "jbod",
        volumes: [
          {
            id: 0,
            type: "persistent-claim",
            size: `${environment.kafka.storageGib}Gi`,
            class: DISK_CLASS,
            deleteClaim: false,
            kraftMetadata: "shared",
          },
        ],
      },
      resources: { requests: { cpu: "500m", memory: "2Gi" }, limits: { cpu: "1500m", memory: "2Gi" } },
      jvmOptions: { "-Xms": "1024m", "-Xmx": "1024m" },
      template: { pod: ownNodes() },
    },
  };
}

/** On the nodes kept for brokers (aws/stacks/cluster/nodes.ts), one broker each. */
function ownNodes(): KafkaNodePool["spec"]["template"]["pod"] {
  const labelSelector = { matchLabels: { "strimzi.io/cluster": KAFKA_CLUSTER } };
  return {
    tolerations: [{ key: kafkaNodes.key, operator: "Equal", value: kafkaNodes.value, effect: "NoSchedule" }],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: kafkaNodes.key, operator: "In", values: [kafkaNodes.value] }] },
          ],
        },
      },
    },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "DoNotSchedule", labelSelector },
      { maxSkew: 1, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway", labelSelector },
    ],
  };
}

function cluster(): Kafka {
  return {
    apiVersion,
    kind: "Kafka",
    metadata: { name: KAFKA_CLUSTER, namespace: namespaces.app, labels: labelsOf("kafka") },
    spec: {
      kafka: {
        version: "4.3.0",
        metadataVersion: "4.3",
        // The only door: encrypted, with a name and a password.
        listeners: [
          { name: "tls", port: ports.kafka, type: "internal", tls: true, authentication: { type: "scram-sha-512" } },
        ],
        authorization: { type: "simple" },
        rack: { topologyKey: "topology.kubernetes.io/zone" },
        config: {
          "auto.create.topics.enable": false,
          "default.replication.factor": REPLICAS,
          "min.insync.replicas": 2,
          "offsets.topic.replication.factor": REPLICAS,
          "offsets.retention.minutes": OFFSETS_RETENTION_MINUTES,
          "transaction.state.log.replication.factor": REPLICAS,
          "transaction.state.log.min.isr": 2,
          "allow.everyone.if.no.acl.found": false,
        },
      },
      entityOperator: { topicOperator: {}, userOperator: {} },
    },
  };
}

function kafkaTopic({ name, partitions, isForDeadLetters }: ProgramFacts["topics"][number]): KafkaTopic {
  const days = isForDeadLetters ? RETENTION_DAYS.deadLetters : RETENTION_DAYS.events;
  return {
    apiVersion,
    kind: "KafkaTopic",
    metadata: ofCluster(name),
    spec: {
      partitions,
      replicas: REPLICAS,
      config: { "min.insync.replicas": 2, "retention.ms": days * DAY_MS },
    },
  };
}
