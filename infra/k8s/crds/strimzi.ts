import { z } from "zod";

/** The parts of Strimzi's resources that are used here; strict, because nothing else checks them without a cluster. */
const apiVersion = z.literal("kafka.strimzi.io/v1");
const metadata = z.strictObject({
  name: z.string().max(253),
  namespace: z.string(),
  labels: z.record(z.string(), z.string()),
});
const size = z.strictObject({ cpu: z.string(), memory: z.string() });
const config = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const kafkaNodePool = z.strictObject({
  apiVersion,
  kind: z.literal("KafkaNodePool"),
  metadata,
  spec: z.strictObject({
    replicas: z.int().min(3),
    roles: z.array(z.enum(["controller", "broker"])).min(1),
    storage: z.strictObject({
      type: z.literal("jbod"),
      volumes: z.array(
        z.strictObject({
          id: z.int(),
          type: z.literal("persistent-claim"),
          size: z.string(),
          class: z.string(),
          deleteClaim: z.literal(false),
          kraftMetadata: z.literal("shared"),
        }),
      ),
    }),
    resources: z.strictObject({ requests: size, limits: size }),
    jvmOptions: z.strictObject({ "-Xms": z.string(), "-Xmx": z.string() }),
    template: z.strictObject({
      pod: z.strictObject({
        tolerations: z.array(z.record(z.string(), z.string())),
        affinity: z.record(z.string(), z.unknown()),
        topologySpreadConstraints: z.array(z.record(z.string(), z.unknown())),
      }),
    }),
  }),
});

export const kafka = z.strictObject({
  apiVersion,
  kind: z.literal("Kafka"),
  metadata,
  spec: z.strictObject({
    kafka: z.strictObject({
      version: z.string(),
      metadataVersion: z.string(),
      listeners: z
        .array(
          z.strictObject({
            name: z.string(),
            port: z.int(),
            type: z.literal("internal"),
            tls: z.literal(true),
            authentication: z.strictObject({ type: z.literal("scram-sha-512") }),
          }),
        )
        .min(1),
      authorization: z.strictObject({ type: z.literal("simple") }),
      rack: z.strictObject({ topologyKey: z.string() }),
      config,
    }),
    entityOperator: z.strictObject({ topicOperator: z.strictObject({}), userOperator: z.strictObject({}) }),
  }),
});

export const kafkaTopic = z.strictObject({
  apiVersion,
  kind: z.literal("KafkaTopic"),
  metadata,
  spec: z.strictObject({ partitions: z.int().min(1), replicas: z.int(), config }),
});

const operation = z.enum(["Read", "Write", "Create", "Delete", "Describe"]);
const resource = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("topic"), name: z.string(), patternType: z.enum(["literal", "prefix"]) }),
  z.strictObject({ type: z.literal("group"), name: z.string(), patternType: z.enum(["literal", "prefix"]) }),
  z.strictObject({ type: z.literal("cluster") }),
]);

export const kafkaUser = z.strictObject({
  apiVersion,
  kind: z.literal("KafkaUser"),
  metadata,
  spec: z.strictObject({
    authentication: z.strictObject({ type: z.literal("scram-sha-512") }),
    authorization: z.strictObject({
      type: z.literal("simple"),
      acls: z.array(z.strictObject({ resource, operations: z.array(operation).min(1) })).min(1),
    }),
  }),
});

export type KafkaNodePool = z.infer<typeof kafkaNodePool>;
export type Kafka = z.infer<typeof kafka>;
export type KafkaTopic = z.infer<typeof kafkaTopic>;
export type KafkaUser = z.infer<typeof kafkaUser>;
export type Acl = KafkaUser["spec"]["authorization"]["acls"][number];
