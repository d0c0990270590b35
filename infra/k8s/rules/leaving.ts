import { DEREGISTRATION_SECONDS } from "../../environments/leaving";
import { unless } from "../../rules/rule";
import { containersOf, describeManifest, type ManifestRule, ofKind, podOf } from "./manifest-rule";

/** Else the load balancer sends people to a pod that is gone. */
export const servesUntilForgotten: ManifestRule = {
  name: "a pod behind the load balancer serves until nobody new is sent to it",
  find(manifests) {
    const targets = new Set(ofKind(manifests, "TargetGroupBinding").map(({ metadata }) => metadata.name));
    return ofKind(manifests, "Deployment")
      .filter(({ metadata }) => targets.has(metadata.name))
      .flatMap((manifest) => {
        const [container] = containersOf(manifest);
        const pause = container?.lifecycle?.preStop?.sleep?.seconds ?? 0;
        const drain = Number(container?.env?.find(({ name }) => name === "DRAIN_SECONDS")?.value ?? 0);
        const serving = pause + drain;
        const grace = podOf(manifest).terminationGracePeriodSeconds ?? 0;
        return [
          ...unless(serving >= DEREGISTRATION_SECONDS, `${describeManifest(manifest)}: serves for ${serving} s`),
          ...unless(
            grace > serving,
            `${describeManifest(manifest)}: is ended after ${grace} s, serving for ${serving}`,
          ),
        ];
      });
  },
};
