import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { TriggerAuthentication } from "@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication";
import type { Construct } from "constructs";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { namespaces } from "../../environments/workloads";
import { addObject, labelsOf } from "../objects";
import { KAFKA_BOOTSTRAP, kafkaAuthority } from "../settings";
import { KEDA_USER } from "./kafka-users";

type Range = { minimum: number; maximum: number };

/** Down by half a minute at most, and only after five quiet minutes: the documented behaviour. */
export const gentleScaleDown = {
  scaleDown: {
    stabilizationWindowSeconds: 300,
    policies: [{ type: "Percent", value: 50, periodSeconds: 60 }],
  },
};

/** Sockets that are closed all come back at once, so half an hour must be quiet before one pod goes. */
export const reluctantScaleDown = {
  scaleDown: { stabilizationWindowSeconds: 1800, policies: [{ type: "Pods", value: 1, periodSeconds: 600 }] },
};

/** By CPU and memory. */
export function addPodScaling(
  scope: Construct,
  name: string,
  { minimum, maximum }: Range,
  behavior: typeof gentleScaleDown | typeof reluctantScaleDown,
): void {
  const byUse = (resource: string, averageUtilization: number) => ({
    type: "Resource" as const,
    resource: { name: resource, target: { type: "Utilization" as const, averageUtilization } },
  });
  addObject(
    scope,
    new HorizontalPodAutoscaler({
      metadata: { name, namespace: namespaces.app, labels: labelsOf(name) },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
        minReplicas: minimum,
        maxReplicas: maximum,
        metrics: [byUse("cpu", 70), byUse("memory", 80)],
        behavior,
      },
    }),
  );
}

/** How many messages one pod is expected to keep up with. */
const LAG_PER_POD = 50;
const KEDA_AUTHENTICATION = "kafka";
const KEDA_NAME = "keda-kafka";

/**
 * Who KEDA is when it asks Kafka how far behind a group is. It reads the name from here alone, never from a trigger, and
 * Strimzi's secret holds the password only.
 */
export function addLagAuthentication(scope: Construct): void {
  addObject(
    scope,
    new ConfigMap({ metadata: { name: KEDA_NAME, namespace: namespaces.app }, data: { username: KEDA_USER } }),
  );
  const fromSecret = (parameter: string, name: string, key: string) => ({ parameter, name, key });
  addObject(
    scope,
    new TriggerAuthentication({
      metadata: { name: KEDA_AUTHENTICATION, namespace: namespaces.app },
      spec: {
        configMapTargetRef: [{ parameter: "username", name: KEDA_NAME, key: "username" }],
        secretTargetRef: [
          fromSecret("password", KEDA_USER, "password"),
          fromSecret("ca", kafkaAuthority.secret, kafkaAuthority.key),
        ],
      },
    }),
  );
}

/** By how far the group is behind. More pods than partitions would have nothing to do. */
export function addLagScaling(
  scope: Construct,
  { name, group, topics, range }: { name: string; group: string; topics: readonly string[]; range: Range },
): void {
  addObject(
    scope,
    new ScaledObject({
      metadata: { name, namespace: namespaces.app, labels: labelsOf(name) },
      spec: {
        scaleTargetRef: { name },
        minReplicaCount: range.minimum,
        maxReplicaCount: range.maximum,
        pollingInterval: 15,
        cooldownPeriod: 300,
        advanced: { horizontalPodAutoscalerConfig: { behavior: gentleScaleDown } },
        triggers: topics.map((topic) => ({
          type: "kafka",
          metadata: {
            bootstrapServers: KAFKA_BOOTSTRAP,
            consumerGroup: group,
            topic,
            lagThreshold: String(LAG_PER_POD),
            offsetResetPolicy: "earliest",
            sasl: "scram_sha512",
            tls: "enable",
          },
          authenticationRef: { name: KEDA_AUTHENTICATION },
        })),
      },
    }),
  );
}
