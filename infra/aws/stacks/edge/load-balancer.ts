import { Lb } from "@cdktn/provider-aws/lib/lb";
import { LbListener } from "@cdktn/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktn/provider-aws/lib/lb-target-group";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { DEREGISTRATION_SECONDS } from "../../../environments/leaving";
import { ports } from "../../../environments/ports";
import { readinessPaths } from "../../../environments/readiness";
import { named } from "../../parts/stack";
import type { NetworkStack } from "../network/network";

const programs = ["web", "soketi"] as const;
type Program = (typeof programs)[number];

/**
 * A private load balancer with a listener for each program. TCP without TLS: CloudFront refuses VPC origins with TLS
 * listeners, and encrypts the way to the VPC itself (docs/threat-model.md). Pods register themselves as targets through
 * the TargetGroupBindings of `k8s/charts`.
 */
export function createLoadBalancer(stack: TerraformStack, environment: Environment, network: NetworkStack) {
  const loadBalancer = new Lb(stack, "load-balancer", {
    name: named(environment, "portal"),
    loadBalancerType: "network",
    internal: true,
    subnets: network.subnets.app.map((subnet) => subnet.id),
    securityGroups: [network.groups["load-balancer"].id],
    enableCrossZoneLoadBalancing: true,
    enableDeletionProtection: environment.database.isProtected,
  });
  const targetGroups = forEachProgram((program) => createTargetGroup(stack, environment, network, program));
  const listeners = forEachProgram(
    (program) =>
      new LbListener(stack, `${program}-listener`, {
        loadBalancerArn: loadBalancer.arn,
        port: ports[program].listener,
        protocol: "TCP",
        defaultAction: [{ type: "forward", targetGroupArn: targetGroups[program].arn }],
      }),
  );
  return { loadBalancer, targetGroups, listeners };
}

function createTargetGroup(
  stack: TerraformStack,
  environment: Environment,
  { vpc }: NetworkStack,
  program: Program,
): LbTargetGroup {
  return new LbTargetGroup(stack, `${program}-targets`, {
    name: named(environment, program),
    vpcId: vpc.id,
    targetType: "ip",
    port: ports[program].pod,
    protocol: "TCP",
    // What is open stays open as long as the pod serves.
    deregistrationDelay: String(DEREGISTRATION_SECONDS),
    preserveClientIp: "false",
    healthCheck: {
      protocol: "HTTP",
      path: readinessPaths[program],
      matcher: "200",
      interval: 10,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 2,
    },
  });
}

function forEachProgram<Value>(make: (program: Program) => Value): Record<Program, Value> {
  return { web: make("web"), soketi: make("soketi") };
}
