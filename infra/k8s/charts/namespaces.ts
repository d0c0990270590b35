import type { Construct } from "constructs";
import { StorageClass } from "kubernetes-models/storage.k8s.io/v1/StorageClass";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { namespaces } from "../../environments/workloads";
import { addObject } from "../objects";

export const DISK_CLASS = "gp3-encrypted";

/** Kubernetes itself refuses pods here that are not as the workload factory makes them. */
export function addNamespaces(scope: Construct): void {
  for (const name of Object.values(namespaces)) {
    addObject(
      scope,
      new Namespace({
        metadata: {
          name,
          labels: {
            "pod-security.kubernetes.io/enforce": "restricted",
            "pod-security.kubernetes.io/enforce-version": "latest",
            "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
          },
        },
      }),
    );
  }
  addObject(
    scope,
    new StorageClass({
      metadata: { name: DISK_CLASS },
      provisioner: "ebs.csi.aws.com",
      parameters: { type: "gp3", encrypted: "true" },
      // In the zone of the pod, and kept when somebody deletes the claim.
      volumeBindingMode: "WaitForFirstConsumer",
      reclaimPolicy: "Retain",
      allowVolumeExpansion: true,
    }),
  );
}
