import { EksAccessEntry } from "@cdktn/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktn/provider-aws/lib/eks-access-policy-association";
import type { EksCluster } from "@cdktn/provider-aws/lib/eks-cluster";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";

const clusterPolicies = {
  operator: "AmazonEKSClusterAdminPolicy",
  reader: "AmazonEKSViewPolicy",
} as const;

/** People, by the roles of their single sign-on. Nobody is in `system:masters`, whose rights nothing can take away. */
export function grantAccess(
  stack: TerraformStack,
  { cluster: { operatorRoleArns, readerRoleArns } }: Environment,
  cluster: EksCluster,
): void {
  for (const [index, arn] of operatorRoleArns.entries())
    grantClusterPolicy(stack, `operator-${index}`, cluster.name, arn, "operator");
  for (const [index, arn] of readerRoleArns.entries())
    grantClusterPolicy(stack, `reader-${index}`, cluster.name, arn, "reader");
}

export function grantClusterPolicy(
  stack: TerraformStack,
  id: string,
  clusterName: string,
  principalArn: string,
  kind: keyof typeof clusterPolicies,
): void {
  const entry = new EksAccessEntry(stack, `${id}-entry`, { clusterName, principalArn, type: "STANDARD" });
  new EksAccessPolicyAssociation(stack, `${id}-rights`, {
    clusterName,
    principalArn: entry.principalArn,
    policyArn: `arn:aws:eks::aws:cluster-access-policy/${clusterPolicies[kind]}`,
    accessScope: { type: "cluster" },
  });
}
