import { unless } from "../../rules/rule";
import { containersOf, type ManifestRule, podKinds, podOf, ruleForKind } from "./manifest-rule";

const probes = ["startupProbe", "livenessProbe", "readinessProbe"] as const;

export const podRules: readonly ManifestRule[] = [
  ruleForKind("every pod says whether it started, lives and is ready", ["Deployment"], (manifest) =>
    containersOf(manifest).flatMap((container) =>
      probes.flatMap((name) => {
        const probe = container[name]?.httpGet;
        if (!probe) return [`${container.name} has no ${name}`];
        const isKnown = container.ports?.some((port) => port.name === probe.port);
        return unless(isKnown === true, `${name} asks the port ${probe.port}, which is not there`);
      }),
    ),
  ),
  ruleForKind("every container has requests and limits", podKinds, (manifest) =>
    containersOf(manifest).flatMap(({ name, resources }) =>
      ["cpu", "memory"].flatMap((what) =>
        unless(
          resources?.requests?.[what] !== undefined && resources.limits?.[what] !== undefined,
          `${name} has no ${what}`,
        ),
      ),
    ),
  ),
  ruleForKind("every image is named by its digest", podKinds, (manifest) =>
    containersOf(manifest).flatMap(({ name, image }) =>
      unless(/@sha256:[0-9a-f]{64}$/.test(image), `${name} runs ${image}`),
    ),
  ),
  ruleForKind("pods are restricted as Kubernetes defines it", podKinds, (manifest) => {
    const { securityContext: pod = {}, ...spec } = podOf(manifest);
    return [
      ...unless(pod.runAsNonRoot === true, "may run as root"),
      ...unless(
        (pod.seccompProfile as { type?: string } | undefined)?.type === "RuntimeDefault",
        "has no seccomp profile",
      ),
      ...unless(!("hostNetwork" in spec) && !("hostPID" in spec), "uses the node's namespaces"),
      ...containersOf(manifest).flatMap(({ name, securityContext: own = {} }) => [
        ...unless(own.allowPrivilegeEscalation === false, `${name} may gain rights`),
        ...unless(own.readOnlyRootFilesystem === true, `${name} may change its own files`),
        ...unless(JSON.stringify(own.capabilities) === '{"drop":["ALL"]}', `${name} keeps capabilities`),
        ...unless(own.privileged !== true, `${name} is privileged`),
      ]),
    ];
  }),
  ruleForKind("every pod has an account of its own, and no token it does not need", podKinds, (manifest) => {
    const { serviceAccountName, automountServiceAccountToken } = podOf(manifest);
    const mayCall = manifest.metadata.name === "collector";
    return [
      ...unless(serviceAccountName !== undefined && serviceAccountName !== "default", "uses the default account"),
      ...unless(automountServiceAccountToken === mayCall, "carries a token of Kubernetes"),
    ];
  }),
  ruleForKind("an update adds one pod before it takes one away", ["Deployment"], (manifest) => {
    const { strategy } = manifest.spec as { strategy?: object };
    const documented = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
    return unless(sameJson(strategy, documented), "updates differently");
  }),
];

function sameJson(a: unknown, b: object): boolean {
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
