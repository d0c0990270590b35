import { EksCluster } from "@cdktn/provider-aws/lib/eks-cluster";
import { VpcSecurityGroupEgressRule } from "@cdktn/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktn/provider-aws/lib/vpc-security-group-ingress-rule";
import { type App, TerraformOutput, type TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createKey } from "../../parts/encryption-key";
import { createRole, trust } from "../../parts/iam";
import { createLogGroup } from "../../parts/log-group";
import { named, openStack } from "../../parts/stack";
import type { DataStack } from "../data/data";
import type { IdentityStack } from "../identity/identity";
import type { NetworkStack } from "../network/network";
import { grantAccess } from "./access";
import { installAddons } from "./addons";
import { createNodes } from "./nodes";
import { createPodRoles } from "./pod-roles";

export type ClusterStack = { cluster: EksCluster };

/** EKS with its nodes, add-ons, and who may do what: people by access entries, pods by Pod Identity. */
export function createCluster(
  app: App,
  environment: Environment,
  { network, identity, data }: { network: NetworkStack; identity: IdentityStack; data: DataStack },
): ClusterStack {
  const stack = openStack(app, environment, "cluster");
  const name = named(environment, "cluster");
  const key = createKey(stack, environment, "cluster", { description: "Secrets inside Kubernetes" });
  const logs = createLogGroup(stack, environment, "cluster", { name: `/aws/eks/${name}/cluster`, kind: "audit" });
  const role = createRole(stack, environment, "cluster", {
    name: named(environment, "cluster"),
    description: "EKS's control plane",
    trust: trust({ Service: "eks.amazonaws.com" }, ["sts:AssumeRole", "sts:TagSession"]),
    managedPolicies: ["AmazonEKSClusterPolicy"],
  });
  const cluster = new EksCluster(stack, "cluster", {
    name,
    version: environment.cluster.version,
    roleArn: role.arn,
    enabledClusterLogTypes: ["api", "audit", "authenticator"],
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
    upgradePolicy: { supportType: "STANDARD" },
    encryptionConfig: { resources: ["secrets"], provider: { keyArn: key.arn } },
    vpcConfig: {
      subnetIds: network.subnets.app.map((subnet) => subnet.id),
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: environment.cluster.apiCidrs,
    },
    bootstrapSelfManagedAddons: false,
    dependsOn: [logs],
  });
  letDeliveryIn(stack, cluster, network);
  createNodes(stack, environment, cluster, network);
  installAddons(stack, environment, cluster);
  createPodRoles(stack, environment, cluster, { identity, data });
  grantAccess(stack, environment, cluster);
  new TerraformOutput(stack, "cluster_name", { value: cluster.name, staticId: true });
  return { cluster };
}

/** From inside the VPC the API server answers at addresses behind the cluster's own group, which lets only nodes in. */
function letDeliveryIn(stack: TerraformStack, cluster: EksCluster, { groups: { delivery } }: NetworkStack): void {
  const own = cluster.vpcConfig.clusterSecurityGroupId;
  const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "kubectl and helm of the deploying step" };
  new VpcSecurityGroupIngressRule(stack, "delivery-to-cluster-443-in", {
    ...rule,
    securityGroupId: own,
    referencedSecurityGroupId: delivery.id,
  });
  new VpcSecurityGroupEgressRule(stack, "delivery-to-cluster-443-out", {
    ...rule,
    securityGroupId: delivery.id,
    referencedSecurityGroupId: own,
  });
}
