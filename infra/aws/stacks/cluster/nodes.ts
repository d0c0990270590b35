import type { EksCluster } from "@cdktn/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktn/provider-aws/lib/eks-node-group";
import type { IamRole } from "@cdktn/provider-aws/lib/iam-role";
import { LaunchTemplate } from "@cdktn/provider-aws/lib/launch-template";
import type { TerraformStack } from "cdktn";
import type { Environment, NodeGroup } from "../../../environments/environment";
import { createRole, trustService } from "../../parts/iam";
import { named, tagsOf } from "../../parts/stack";
import type { NetworkStack } from "../network/network";

/** The documented three. What pods do in AWS they do in roles of their own. */
export const nodePolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"];

/** The label and taint of the brokers' nodes; `k8s/charts/kafka.ts` tolerates it. */
export const kafkaNodes = { key: "erp.dedicated", value: "kafka" } as const;

export function createNodes(
  stack: TerraformStack,
  environment: Environment,
  cluster: EksCluster,
  network: NetworkStack,
): void {
  const role = createRole(stack, environment, "nodes", {
    name: named(environment, "nodes"),
    description: "EKS's nodes",
    trust: trustService("ec2.amazonaws.com"),
    managedPolicies: nodePolicies,
  });
  const make = (name: string, group: NodeGroup, isTainted: boolean) =>
    createNodeGroup(stack, environment, { cluster, network, role, name, group, isTainted });
  make("general", environment.cluster.general, false);
  make("kafka", environment.cluster.kafka, true);
}

type Parts = {
  cluster: EksCluster;
  network: NetworkStack;
  role: IamRole;
  name: string;
  group: NodeGroup;
  isTainted: boolean;
};

function createNodeGroup(stack: TerraformStack, environment: Environment, parts: Parts): void {
  const { cluster, network, role, name, group, isTainted } = parts;
  const template = createTemplate(stack, environment, parts);
  new EksNodeGroup(stack, `${name}-nodes`, {
    clusterName: cluster.name,
    nodeGroupName: named(environment, name),
    nodeRoleArn: role.arn,
    subnetIds: network.subnets.app.map((subnet) => subnet.id),
    amiType: "AL2023_ARM_64_STANDARD",
    capacityType: "ON_DEMAND",
    instanceTypes: [group.instanceType],
    launchTemplate: { id: template.id, version: `\${${template.fqn}.latest_version}` },
    scalingConfig: { minSize: group.minimum, maxSize: group.maximum, desiredSize: group.desired },
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true },
    labels: isTainted ? { [kafkaNodes.key]: kafkaNodes.value } : {},
    taint: isTainted ? [{ ...kafkaNodes, effect: "NO_SCHEDULE" }] : [],
  });
}

/** Encrypted disks; the instance's own credentials cannot be asked for from inside a pod (one hop, tokens required). */
function createTemplate(stack: TerraformStack, environment: Environment, parts: Parts): LaunchTemplate {
  const { cluster, network, name, group } = parts;
  const tags = { ...tagsOf(environment, "cluster"), Name: named(environment, name) };
  return new LaunchTemplate(stack, `${name}-template`, {
    name: named(environment, name),
    vpcSecurityGroupIds: [network.groups.nodes.id, cluster.vpcConfig.clusterSecurityGroupId],
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: "/dev/xvda",
        ebs: { volumeSize: group.diskGib, volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" },
      },
    ],
    tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags })),
  });
}
