import type { Violation } from "../../rules/rule";
import type { Manifest } from "../objects";
import { describeManifest, type ManifestRule, ofKind, podKinds, podLabelsOf, specOf } from "./manifest-rule";

type Peer = {
  ipBlock?: { cidr: string };
  podSelector?: { matchLabels?: Record<string, string> };
  namespaceSelector?: { matchLabels: Record<string, string> };
};
type Policy = {
  podSelector: { matchLabels?: Record<string, string> };
  policyTypes: string[];
  ingress?: { from: Peer[]; ports: { port: number }[] }[];
  egress?: { to: Peer[]; ports: { port: number }[] }[];
};

const isEmpty = (selector: Policy["podSelector"]) => Object.keys(selector.matchLabels ?? {}).length === 0;

export const everythingStartsDenied: ManifestRule = {
  name: "in every namespace nothing is allowed that is not written down",
  find: (manifests) =>
    ofKind(manifests, "Namespace")
      .map(({ metadata }) => metadata.name)
      .filter((namespace) => !policiesOf(manifests, namespace).some(({ spec }) => deniesAll(spec))),
};

function deniesAll({ podSelector, policyTypes, ingress = [], egress = [] }: Policy): boolean {
  return isEmpty(podSelector) && policyTypes.length === 2 && ingress.length + egress.length === 0;
}

export const everyPodHasPolicy: ManifestRule = {
  name: "every pod has a network policy of its own",
  find: (manifests) =>
    manifests
      .filter(({ kind }) => podKinds.includes(kind))
      .filter((manifest) => {
        const labels = podLabelsOf(manifest);
        return !policiesOf(manifests, manifest.metadata.namespace).some(
          ({ spec }) => !isEmpty(spec.podSelector) && selects(spec, labels),
        );
      })
      .map(describeManifest),
};

/** From everywhere nothing may come in: the load balancer is named by its subnets. */
export const noOpenIngressToPods: ManifestRule = {
  name: "no pod takes connections from everywhere",
  find: (manifests) =>
    ofKind(manifests, "NetworkPolicy").flatMap((manifest): Violation[] => {
      const { ingress = [] } = specOf<Policy>(manifest);
      const isOpen = ingress.some(
        ({ from }) => !from || from.length === 0 || from.some(({ ipBlock }) => ipBlock?.cidr === "0.0.0.0/0"),
      );
      return isOpen ? [describeManifest(manifest)] : [];
    }),
};

/** Whether the policy is about pods with these labels. */
export function selects({ podSelector }: Policy, labels: Record<string, string>): boolean {
  return Object.entries(podSelector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}

export function policiesOf(manifests: readonly Manifest[], namespace: string | undefined): { spec: Policy }[] {
  return ofKind(manifests, "NetworkPolicy")
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map((manifest) => ({ spec: specOf<Policy>(manifest) }));
}
