import { type Rule, ruleForEach } from "../../rules/rule";
import type { Manifest } from "../objects";

export type ManifestRule = Rule<Manifest>;

export type Container = {
  name: string;
  image: string;
  args?: string[];
  ports?: { name: string; containerPort: number }[];
  env?: { name: string; value?: string; valueFrom?: { secretKeyRef?: { name: string; key: string } } }[];
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  securityContext?: Record<string, unknown>;
  lifecycle?: { preStop?: { sleep?: { seconds: number } } };
  [probe: `${string}Probe`]: { httpGet?: { path: string; port: string } } | undefined;
};

export type PodSpec = {
  serviceAccountName?: string;
  automountServiceAccountToken?: boolean;
  securityContext?: Record<string, unknown>;
  terminationGracePeriodSeconds?: number;
  containers: Container[];
  initContainers?: Container[];
  volumes?: { secret?: { secretName: string; items?: { key: string }[] }; configMap?: { name: string } }[];
};

export function describeManifest({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

export function ruleForKind(
  name: string,
  kinds: readonly string[],
  judge: (manifest: Manifest) => readonly string[],
): ManifestRule {
  return ruleForEach(name, ({ kind }) => kinds.includes(kind), describeManifest, judge);
}

type Template = { metadata: { labels: Record<string, string> }; spec: PodSpec };

/** The kinds here that make pods, Strimzi's aside. */
export const podKinds = ["Deployment", "Job", "CronJob"];

export function podOf(manifest: Manifest): PodSpec {
  return templateOf(manifest).spec;
}

export function podLabelsOf(manifest: Manifest): Record<string, string> {
  return templateOf(manifest).metadata.labels;
}

function templateOf(manifest: Manifest): Template {
  const { template, jobTemplate } = manifest.spec as {
    template: Template;
    jobTemplate?: { spec: { template: Template } };
  };
  return jobTemplate?.spec.template ?? template;
}

export function containersOf(manifest: Manifest): Container[] {
  const { containers, initContainers = [] } = podOf(manifest);
  return [...initContainers, ...containers];
}

export function specOf<Spec>(manifest: Manifest): Spec {
  return manifest.spec as Spec;
}

export function ofKind(manifests: readonly Manifest[], kind: string): Manifest[] {
  return manifests.filter((manifest) => manifest.kind === kind);
}
