import { FlowLog } from "@cdktn/provider-aws/lib/flow-log";
import { Route } from "@cdktn/provider-aws/lib/route";
import { Vpc } from "@cdktn/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktn/provider-aws/lib/vpc-endpoint";
import { VpcPeeringConnectionAccepterA } from "@cdktn/provider-aws/lib/vpc-peering-connection-accepter";
import type { App, TerraformStack } from "cdktn";
import { type Environment, REGION } from "../../../environments/environment";
import { createRole, trustService } from "../../parts/iam";
import { createLogGroup } from "../../parts/log-group";
import { named, openStack } from "../../parts/stack";
import { createSecurityGroups, type SecurityGroups } from "./security-groups";
import { createSubnets, type Subnets } from "./subnets";

export type NetworkStack = { vpc: Vpc; subnets: Subnets; groups: SecurityGroups };

/** The private network: three tiers, who may reach whom, and a log of what was tried. */
export function createNetwork(app: App, environment: Environment): NetworkStack {
  const stack = openStack(app, environment, "network");
  const vpc = new Vpc(stack, "vpc", {
    cidrBlock: environment.network.cidr,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: named(environment, "vpc") },
  });
  const subnets = createSubnets(stack, environment, vpc);
  // Images and artifacts come from S3: by this gateway they cost nothing and do not leave AWS's network.
  new VpcEndpoint(stack, "s3", {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${REGION}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: [...subnets.appRoutes, subnets.dataRoutes].map((routes) => routes.id),
  });
  logFlows(stack, environment, vpc);
  acceptAtlas(stack, environment, subnets);
  return { vpc, subnets, groups: createSecurityGroups(stack, environment, vpc) };
}

function logFlows(stack: TerraformStack, environment: Environment, vpc: Vpc): void {
  const logs = createLogGroup(stack, environment, "flow", { name: `/erp/${environment.name}/flows`, kind: "audit" });
  const role = createRole(stack, environment, "flow-logs", {
    name: named(environment, "flow-logs"),
    description: "Writes the VPC's flow logs",
    trust: trustService("vpc-flow-logs.amazonaws.com", environment.accountId),
    statements: [
      {
        sid: "WriteFlows",
        actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        resources: [logs.arn, `${logs.arn}:*`],
      },
    ],
  });
  new FlowLog(stack, "flows", {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestination: logs.arn,
    iamRoleArn: role.arn,
    maxAggregationInterval: 60,
  });
}

/** Atlas asks for the peering; accepting it and the way there is ours. */
function acceptAtlas(stack: TerraformStack, { mongo }: Environment, { appRoutes }: Subnets): void {
  if (mongo.kind !== "atlas" || !mongo.peering) return;
  const { connectionId, cidr } = mongo.peering;
  const peering = new VpcPeeringConnectionAccepterA(stack, "atlas", {
    vpcPeeringConnectionId: connectionId,
    autoAccept: true,
  });
  appRoutes.forEach((routes, index) => {
    new Route(stack, `atlas-${index}`, {
      routeTableId: routes.id,
      destinationCidrBlock: cidr,
      vpcPeeringConnectionId: peering.id,
    });
  });
}
