import { unless, type Violation } from "../../rules/rule";
import type { Manifest } from "../objects";
import { containersOf, describeManifest, type ManifestRule, ofKind, ruleForKind, specOf } from "./manifest-rule";
import { knownSecretKeys } from "./references";

type Range = { minimum: number; maximum: number };
type Hpa = { scaleTargetRef: { name: string }; minReplicas: number; maxReplicas: number };
type Keda = {
  scaleTargetRef: { name: string };
  minReplicaCount: number;
  maxReplicaCount: number;
  triggers: { metadata: { topic: string } }[];
};

/** How many pods an autoscaler allows, by the Deployment's name. */
export function autoscaledRanges(manifests: readonly Manifest[]): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const manifest of ofKind(manifests, "HorizontalPodAutoscaler")) {
    const { scaleTargetRef, minReplicas, maxReplicas } = specOf<Hpa>(manifest);
    ranges.set(scaleTargetRef.name, { minimum: minReplicas, maximum: maxReplicas });
  }
  for (const manifest of ofKind(manifests, "ScaledObject")) {
    const { scaleTargetRef, minReplicaCount, maxReplicaCount } = specOf<Keda>(manifest);
    ranges.set(scaleTargetRef.name, { minimum: minReplicaCount, maximum: maxReplicaCount });
  }
  return ranges;
}

/** Every apply would set the number back, against the autoscaler. */
export const noReplicasBesideAutoscaler: ManifestRule = {
  name: "either a Deployment or its autoscaler says how many pods there are",
  find(manifests) {
    const ranges = autoscaledRanges(manifests);
    return ofKind(manifests, "Deployment").flatMap((manifest) => {
      const isFixed = specOf<{ replicas?: number }>(manifest).replicas !== undefined;
      const isScaled = ranges.has(manifest.metadata.name);
      const problem = isFixed && isScaled ? "both do" : "neither does";
      return isFixed === isScaled ? [`${describeManifest(manifest)}: ${problem}`] : [];
    });
  },
};

export const rangesAreRanges: ManifestRule = {
  name: "an autoscaler's minimum is below its maximum, and not zero",
  find: (manifests) =>
    [...autoscaledRanges(manifests)].flatMap(([name, { minimum, maximum }]) =>
      unless(minimum >= 1 && minimum < maximum, `${name}: ${minimum} to ${maximum}`),
    ),
};

/** A consumer more than there are partitions gets nothing to do. */
export const consumersFitPartitions: ManifestRule = {
  name: "no consumer group has more pods than partitions",
  find(manifests) {
    const partitions = new Map(
      ofKind(manifests, "KafkaTopic").map((topic) => [
        topic.metadata.name,
        specOf<{ partitions: number }>(topic).partitions,
      ]),
    );
    return ofKind(manifests, "ScaledObject").flatMap((manifest): Violation[] => {
      const { maxReplicaCount, triggers } = specOf<Keda>(manifest);
      const fewest = Math.min(...triggers.map(({ metadata }) => partitions.get(metadata.topic) ?? 0));
      return unless(
        maxReplicaCount <= fewest,
        `${describeManifest(manifest)}: ${maxReplicaCount} pods, ${fewest} partitions`,
      );
    });
  },
};

/** Code, buffers and young objects lie beside the heap that Node is told the size of. */
const MIB_BESIDE_HEAP = 192;

/** A heap without a bound grows until the container is killed, in the middle of requests. */
export const webFitsItsLimit: ManifestRule = ruleForKind(
  "web bounds its heap, and what lies beside it fits its limit, too",
  ["Deployment"],
  (manifest) => {
    if (manifest.metadata.name !== "web") return [];
    const { env = [], resources } = containersOf(manifest)[0] ?? {};
    const options = env.find(({ name }) => name === "NODE_OPTIONS")?.value ?? "";
    const heap = Number(options.match(/--max-old-space-size=(\d+)/)?.[1] ?? Number.POSITIVE_INFINITY);
    const limit = Number.parseInt(resources?.limits?.memory ?? "0", 10);
    return unless(heap + MIB_BESIDE_HEAP <= limit, `a heap of ${heap} MiB in ${limit}`);
  },
);

/** KEDA's scaler for Kafka takes these from the authentication alone; in a trigger's metadata it does not see them. */
const kafkaCredentials = ["username", "password", "ca"];

export const kedaSignsIn: ManifestRule = {
  name: "KEDA signs in to Kafka with a name, a password and an authority that are there",
  find(manifests) {
    type Trigger = { metadata: Record<string, string>; authenticationRef?: { name: string } };
    const complete = ofKind(manifests, "TriggerAuthentication").filter((manifest) => {
      const parameters = suppliedParameters(manifest, manifests);
      return kafkaCredentials.every((name) => parameters.includes(name));
    });
    const names = complete.map(({ metadata }) => metadata.name);
    return ofKind(manifests, "ScaledObject").flatMap((manifest) =>
      specOf<{ triggers: Trigger[] }>(manifest)
        .triggers.flatMap(({ metadata, authenticationRef }) => [
          ...kafkaCredentials.flatMap((name) => unless(!(name in metadata), `${name} in the trigger is not read`)),
          ...unless(names.includes(authenticationRef?.name ?? ""), "has no complete authentication"),
        ])
        .map((problem) => `${describeManifest(manifest)}: ${problem}`),
    );
  },
};

/** The parameters of an authentication whose secret or config map holds the named key. */
function suppliedParameters(authentication: Manifest, manifests: readonly Manifest[]): string[] {
  type Reference = { parameter: string; name: string; key: string };
  type Authentication = { secretTargetRef?: Reference[]; configMapTargetRef?: Reference[] };
  const { secretTargetRef = [], configMapTargetRef = [] } = specOf<Authentication>(authentication);
  const secretKeys = knownSecretKeys(manifests);
  const mapKeys = ofKind(manifests, "ConfigMap").flatMap((manifest) =>
    Object.keys((manifest as { data?: object }).data ?? {}).map((key) => `${manifest.metadata.name}/${key}`),
  );
  return [
    ...secretTargetRef.filter(({ name, key }) => secretKeys.has(`${name}/${key}`)),
    ...configMapTargetRef.filter(({ name, key }) => mapKeys.includes(`${name}/${key}`)),
  ].map(({ parameter }) => parameter);
}

/** The programs people wait for; a worker may be away for a moment, its events wait. */
const waitedFor = ["web", "soketi"];

export const budgetsLetPodsGo: ManifestRule = {
  name: "a node can be emptied, and web and soketi stay there meanwhile",
  find(manifests) {
    const ranges = autoscaledRanges(manifests);
    return ofKind(manifests, "PodDisruptionBudget").flatMap((manifest): Violation[] => {
      const { maxUnavailable = 0 } = specOf<{ maxUnavailable?: number }>(manifest);
      const { name } = manifest.metadata;
      const minimum = ranges.get(name)?.minimum ?? 0;
      return [
        ...unless(maxUnavailable >= 1, `${describeManifest(manifest)}: lets nothing go`),
        ...unless(
          !waitedFor.includes(name) || maxUnavailable < minimum,
          `${describeManifest(manifest)}: lets all ${minimum} go`,
        ),
      ];
    });
  },
};

export const everyWorkloadHasBudget: ManifestRule = {
  name: "every Deployment has a disruption budget",
  find: (manifests) =>
    ofKind(manifests, "Deployment")
      .filter(
        ({ metadata }) =>
          !ofKind(manifests, "PodDisruptionBudget").some((each) => each.metadata.name === metadata.name),
      )
      .map(describeManifest),
};

export const documentedScaling: ManifestRule = ruleForKind(
  "web scales as documented: 2 to 5 pods, CPU 70, memory 80, down by half a minute after five minutes",
  ["HorizontalPodAutoscaler"],
  (manifest) => {
    if (manifest.metadata.name !== "web") return [];
    type Metric = { resource: { name: string; target: { averageUtilization: number } } };
    type Down = {
      stabilizationWindowSeconds: number;
      policies: { type: string; value: number; periodSeconds: number }[];
    };
    const spec = specOf<Hpa & { metrics: Metric[]; behavior: { scaleDown: Down } }>(manifest);
    const found = {
      range: [spec.minReplicas, spec.maxReplicas],
      use: spec.metrics.map(({ resource }) => [resource.name, resource.target.averageUtilization]),
      window: spec.behavior.scaleDown.stabilizationWindowSeconds,
      policy: spec.behavior.scaleDown.policies.map(({ type, value, periodSeconds }) => [type, value, periodSeconds]),
    };
    const documented = {
      range: [2, 5],
      use: [
        ["cpu", 70],
        ["memory", 80],
      ],
      window: 300,
      policy: [["Percent", 50, 60]],
    };
    return unless(JSON.stringify(found) === JSON.stringify(documented), JSON.stringify(found));
  },
);
