import { EksAddon } from "@cdktn/provider-aws/lib/eks-addon";
import type { EksCluster } from "@cdktn/provider-aws/lib/eks-cluster";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createRole, trustPods } from "../../parts/iam";
import { named } from "../../parts/stack";

type Addon = { name: string; settings?: object; serviceAccount?: string; managedPolicies?: string[] };

/** What AWS runs inside the cluster for us. Controllers with rights get a role of their own through Pod Identity. */
export const addons: readonly Addon[] = [
  {
    name: "vpc-cni",
    // Without it network policies are only words; prefixes let a small node hold more pods than it has addresses.
    settings: { enableNetworkPolicy: "true", env: { ENABLE_PREFIX_DELEGATION: "true" } },
  },
  { name: "kube-proxy" },
  { name: "coredns" },
  { name: "eks-pod-identity-agent" },
  { name: "metrics-server" },
  {
    name: "aws-ebs-csi-driver",
    serviceAccount: "ebs-csi-controller-sa",
    managedPolicies: ["service-role/AmazonEBSCSIDriverPolicy"],
  },
  {
    name: "amazon-cloudwatch-observability",
    serviceAccount: "cloudwatch-agent",
    managedPolicies: ["CloudWatchAgentServerPolicy"],
  },
];

export function installAddons(stack: TerraformStack, environment: Environment, cluster: EksCluster): void {
  for (const { name, settings, serviceAccount, managedPolicies } of addons) {
    const role =
      managedPolicies &&
      createRole(stack, environment, name, {
        name: named(environment, name),
        description: `The add-on ${name}`,
        trust: trustPods(),
        managedPolicies,
      });
    new EksAddon(stack, name, {
      clusterName: cluster.name,
      addonName: name,
      resolveConflictsOnUpdate: "OVERWRITE",
      configurationValues: settings && JSON.stringify(settings),
      podIdentityAssociation: role && serviceAccount ? [{ roleArn: role.arn, serviceAccount }] : undefined,
    });
  }
}
