/** Each rule is broken on purpose once: a rule that cannot fail protects nothing. */
import { describe, expect, it } from "vitest";
import { findManifest, manifestsOf } from "../../testing/manifests";
import type { Manifest } from "../objects";
import { validateObject } from "../validate-object";
import { containersOf, podOf } from "./manifest-rule";
import { manifestRules } from "./manifest-rules";

type Breakage = { what: string; on: [kind: string, name: string]; change: (manifest: Manifest) => void; rule: string };

const spec = (manifest: Manifest) => manifest.spec as Record<string, never>;
const first = (manifest: Manifest) => containersOf(manifest)[0] as unknown as Record<string, unknown>;

const breakages: Breakage[] = [
  {
    what: "remove a probe",
    on: ["Deployment", "web"],
    change: (manifest) => void delete first(manifest).readinessProbe,
    rule: "every pod says whether it started, lives and is ready",
  },
  {
    what: "fix replicas beside an HPA",
    on: ["Deployment", "web"],
    change: (manifest) => Object.assign(spec(manifest), { replicas: 3 }),
    rule: "either a Deployment or its autoscaler says how many pods there are",
  },
  {
    what: "fix replicas beside KEDA",
    on: ["Deployment", "worker-approvals"],
    change: (manifest) => Object.assign(spec(manifest), { replicas: 3 }),
    rule: "either a Deployment or its autoscaler says how many pods there are",
  },
  {
    what: "unpin an image",
    on: ["Deployment", "soketi"],
    change: (manifest) => Object.assign(first(manifest), { image: "quay.io/soketi/soketi:latest" }),
    rule: "every image is named by its digest",
  },
  {
    what: "run as root",
    on: ["Deployment", "web"],
    change: (manifest) => Object.assign(podOf(manifest), { securityContext: {} }),
    rule: "pods are restricted as Kubernetes defines it",
  },
  {
    what: "write to the root filesystem",
    on: ["Job", "migrate-0123456789ab"],
    change: (manifest) => Object.assign(first(manifest), { securityContext: { readOnlyRootFilesystem: false } }),
    rule: "pods are restricted as Kubernetes defines it",
  },
  {
    what: "take the limits away",
    on: ["Deployment", "worker-relay"],
    change: (manifest) => void delete first(manifest).resources,
    rule: "every container has requests and limits",
  },
  {
    what: "give a pod Kubernetes' token",
    on: ["Deployment", "web"],
    change: (manifest) => Object.assign(podOf(manifest), { automountServiceAccountToken: true }),
    rule: "every pod has an account of its own, and no token it does not need",
  },
  {
    what: "read a secret that nobody makes",
    on: ["ExternalSecret", "session"],
    change: (manifest) =>
      Object.assign(manifest.metadata, { name: "gone" }) &&
      Object.assign(spec(manifest), { target: { name: "gone", template: { data: {} } } }),
    rule: "selectors, targets, secrets and config maps are there",
  },
  {
    what: "select other labels than the pods have",
    on: ["Service", "web"],
    change: (manifest) => Object.assign(spec(manifest), { selector: { app: "web" } }),
    rule: "selectors, targets, secrets and config maps are there",
  },
  {
    what: "more pods than partitions",
    on: ["ScaledObject", "worker-signals"],
    change: (manifest) => Object.assign(spec(manifest), { maxReplicaCount: 7 }),
    rule: "no consumer group has more pods than partitions",
  },
  {
    what: "tell KEDA its name where it does not read it",
    on: ["ScaledObject", "worker-signals"],
    change: (manifest) => {
      const { triggers } = manifest.spec as { triggers: { metadata: object }[] };
      Object.assign(triggers[0]?.metadata ?? {}, { username: "keda" });
    },
    rule: "KEDA signs in to Kafka with a name, a password and an authority that are there",
  },
  {
    what: "leave KEDA without a name",
    on: ["TriggerAuthentication", "kafka"],
    change: (manifest) => void delete spec(manifest).configMapTargetRef,
    rule: "KEDA signs in to Kafka with a name, a password and an authority that are there",
  },
  {
    what: "read KEDA's password from a key that nobody makes",
    on: ["KafkaUser", "keda"],
    change: (manifest) => Object.assign(manifest.metadata, { name: "gone" }),
    rule: "KEDA signs in to Kafka with a name, a password and an authority that are there",
  },
  {
    what: "minimum above maximum",
    on: ["HorizontalPodAutoscaler", "soketi"],
    change: (manifest) => Object.assign(spec(manifest), { minReplicas: 9 }),
    rule: "an autoscaler's minimum is below its maximum, and not zero",
  },
  {
    what: "scale web differently",
    on: ["HorizontalPodAutoscaler", "web"],
    change: (manifest) => Object.assign(spec(manifest), { maxReplicas: 50 }),
    rule: "web scales as documented: 2 to 5 pods, CPU 70, memory 80, down by half a minute after five minutes",
  },
  {
    what: "let web's heap have the whole container",
    on: ["Deployment", "web"],
    change: (manifest) => {
      const { env = [] } = containersOf(manifest)[0] ?? {};
      Object.assign(env.find(({ name }) => name === "NODE_OPTIONS") ?? {}, { value: "--max-old-space-size=512" });
    },
    rule: "web bounds its heap, and what lies beside it fits its limit, too",
  },
  {
    what: "let all of web go at once",
    on: ["PodDisruptionBudget", "web"],
    change: (manifest) => Object.assign(spec(manifest), { maxUnavailable: 2 }),
    rule: "a node can be emptied, and web and soketi stay there meanwhile",
  },
  {
    what: "update by taking pods away",
    on: ["Deployment", "web"],
    change: (manifest) => Object.assign(spec(manifest), { strategy: { type: "Recreate" } }),
    rule: "an update adds one pod before it takes one away",
  },
  {
    what: "end web before the load balancer forgets it",
    on: ["Deployment", "web"],
    change: (manifest) => Object.assign(first(manifest), { lifecycle: { preStop: { sleep: { seconds: 20 } } } }),
    rule: "a pod behind the load balancer serves until nobody new is sent to it",
  },
  {
    what: "kill soketi while it pauses",
    on: ["Deployment", "soketi"],
    change: (manifest) => Object.assign(podOf(manifest), { terminationGracePeriodSeconds: 45 }),
    rule: "a pod behind the load balancer serves until nobody new is sent to it",
  },
  {
    what: "allow everything in a namespace",
    on: ["NetworkPolicy", "deny-everything-erp"],
    change: (manifest) => Object.assign(spec(manifest), { ingress: [{}] }),
    rule: "in every namespace nothing is allowed that is not written down",
  },
  {
    what: "open a pod to the world",
    on: ["NetworkPolicy", "web"],
    change: (manifest) => Object.assign(spec(manifest), { ingress: [{ from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] }),
    rule: "no pod takes connections from everywhere",
  },
  {
    what: "forget a pod's policy",
    on: ["NetworkPolicy", "soketi"],
    change: (manifest) => Object.assign(spec(manifest), { podSelector: { matchLabels: { app: "other" } } }),
    rule: "every pod has a network policy of its own",
  },
];

describe("broken on purpose", () => {
  it.each(breakages)("$what → $rule", async ({ on: [kind, name], change, rule: ruleName }) => {
    const manifests = structuredClone(await manifestsOf("prod"));
    change(findManifest(manifests, kind, name));
    const rule = manifestRules.find((each) => each.name === ruleName);
    expect(rule?.find(manifests)).not.toEqual([]);
  });

  it("a Deployment with a number that is text is not valid", async () => {
    const manifests = structuredClone(await manifestsOf("prod"));
    const web = findManifest(manifests, "Deployment", "web");
    Object.assign(spec(web), { minReadySeconds: "5" });
    expect(() => validateObject(web)).toThrow("minReadySeconds");
  });

  it("a listener of Kafka without TLS is not valid", async () => {
    const manifests = structuredClone(await manifestsOf("prod"));
    const kafka = findManifest(manifests, "Kafka", "erp");
    const { listeners } = (kafka.spec as { kafka: { listeners: { tls: boolean }[] } }).kafka;
    Object.assign(listeners[0] as object, { tls: false });
    expect(() => validateObject(kafka)).toThrow();
  });
});
