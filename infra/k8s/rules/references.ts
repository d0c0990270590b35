import type { Violation } from "../../rules/rule";
import type { Manifest } from "../objects";
import { kafkaAuthority } from "../settings";
import {
  containersOf,
  describeManifest,
  type ManifestRule,
  ofKind,
  podKinds,
  podLabelsOf,
  podOf,
  specOf,
} from "./manifest-rule";

type Selector = Record<string, string>;

/** Everything that names something else names something that is there. */
export const referencesExist: ManifestRule = {
  name: "selectors, targets, secrets and config maps are there",
  find: (manifests) => [
    ...manifests.flatMap((manifest) => selectorProblems(manifest, manifests)),
    ...manifests.flatMap((manifest) => targetProblems(manifest, manifests)),
    ...manifests.filter(({ kind }) => podKinds.includes(kind)).flatMap((manifest) => podProblems(manifest, manifests)),
  ],
};

function selectorProblems(manifest: Manifest, manifests: readonly Manifest[]): Violation[] {
  const spec = manifest.spec as { selector?: Selector & { matchLabels?: Selector } };
  if (!["Deployment", "Service", "PodDisruptionBudget"].includes(manifest.kind)) return [];
  const selector = spec.selector?.matchLabels ?? spec.selector ?? {};
  const candidates = manifest.kind === "Deployment" ? [manifest] : ofKind(manifests, "Deployment");
  const selected = candidates.filter((each) => matches(podLabelsOf(each), selector));
  return selected.length === 1 ? [] : [`${describeManifest(manifest)}: selects ${selected.length} workloads`];
}

function matches(labels: Selector, selector: Selector): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([name, value]) => labels[name] === value);
}

function targetProblems(manifest: Manifest, manifests: readonly Manifest[]): Violation[] {
  const has = (kind: string, name: string) =>
    manifests.some((each) => each.kind === kind && each.metadata.name === name);
  const spec = manifest.spec as { scaleTargetRef?: { name: string }; serviceRef?: { name: string } };
  const problems: Violation[] = [];
  if (spec?.scaleTargetRef && !has("Deployment", spec.scaleTargetRef.name)) problems.push("scales nothing");
  if (spec?.serviceRef && !has("Service", spec.serviceRef.name)) problems.push("binds no service");
  return problems.map((problem) => `${describeManifest(manifest)}: ${problem}`);
}

function podProblems(manifest: Manifest, manifests: readonly Manifest[]): Violation[] {
  const known = knownSecretKeys(manifests);
  const { serviceAccountName, volumes = [] } = podOf(manifest);
  const accounts = ofKind(manifests, "ServiceAccount").map(({ metadata }) => metadata.name);
  const maps = ofKind(manifests, "ConfigMap").map(({ metadata }) => metadata.name);
  const used = [
    ...containersOf(manifest).flatMap(({ env = [] }) =>
      env.flatMap(({ valueFrom }) => (valueFrom?.secretKeyRef ? [valueFrom.secretKeyRef] : [])),
    ),
    ...volumes.flatMap(({ secret }) =>
      (secret?.items ?? []).map(({ key }) => ({ name: secret?.secretName ?? "", key })),
    ),
  ];
  return [
    ...used
      .filter(({ name, key }) => !known.has(`${name}/${key}`))
      .map(({ name, key }) => `no secret holds ${name}/${key}`),
    ...volumes.flatMap(({ configMap }) =>
      configMap && !maps.includes(configMap.name) ? [`no config map ${configMap.name}`] : [],
    ),
    ...(accounts.includes(serviceAccountName ?? "") ? [] : [`no account ${serviceAccountName}`]),
  ].map((problem) => `${describeManifest(manifest)}: ${problem}`);
}

/** Secrets are never in the manifests: External Secrets makes them, or Strimzi for its users and its authority. */
export function knownSecretKeys(manifests: readonly Manifest[]): Set<string> {
  type Target = { target: { name: string; template: { data: Record<string, string> } } };
  const copied = ofKind(manifests, "ExternalSecret").flatMap((manifest) => {
    const { target } = specOf<Target>(manifest);
    return Object.keys(target.template.data).map((key) => `${target.name}/${key}`);
  });
  const users = ofKind(manifests, "KafkaUser").map(({ metadata }) => `${metadata.name}/password`);
  return new Set([...copied, ...users, `${kafkaAuthority.secret}/${kafkaAuthority.key}`]);
}

export const noSecretsInside: ManifestRule = {
  name: "no manifest carries a secret",
  find: (manifests) => ofKind(manifests, "Secret").map((manifest) => `${describeManifest(manifest)}: put it into AWS`),
};
