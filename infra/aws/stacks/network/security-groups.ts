import { DataAwsEc2ManagedPrefixList } from "@cdktn/provider-aws/lib/data-aws-ec2-managed-prefix-list";
import { DefaultSecurityGroup } from "@cdktn/provider-aws/lib/default-security-group";
import { SecurityGroup } from "@cdktn/provider-aws/lib/security-group";
import type { Vpc } from "@cdktn/provider-aws/lib/vpc";
import { VpcSecurityGroupEgressRule } from "@cdktn/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktn/provider-aws/lib/vpc-security-group-ingress-rule";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";
import { type Flow, flowsOf, type Group, groups, type Outside } from "./flows";

export type SecurityGroups = Record<Group, SecurityGroup>;

/** One group for each kind of thing, and for each flow a rule on both ends. */
export function createSecurityGroups(stack: TerraformStack, environment: Environment, vpc: Vpc): SecurityGroups {
  // Taking over the default group without rules empties it: what nobody gave a group reaches nothing.
  new DefaultSecurityGroup(stack, "default-group", { vpcId: vpc.id });
  const made = Object.fromEntries(
    groups.map((group) => [
      group,
      new SecurityGroup(stack, `${group}-group`, {
        name: named(environment, group),
        description: `erp portal: ${group}`,
        vpcId: vpc.id,
        tags: { Name: named(environment, group) },
      }),
    ]),
  ) as SecurityGroups;
  const cloudfront = new DataAwsEc2ManagedPrefixList(stack, "cloudfront-addresses", {
    name: "com.amazonaws.global.cloudfront.origin-facing",
  });
  for (const flow of flowsOf(environment)) createRules(stack, made, flow, addressesOf(environment, cloudfront.id));
  return made;
}

type Addresses = Record<Outside, { cidrIpv4: string } | { prefixListId: string }>;

function addressesOf({ mongo }: Environment, cloudfrontListId: string): Addresses {
  const peering = mongo.kind === "atlas" ? mongo.peering : null;
  return {
    cloudfront: { prefixListId: cloudfrontListId },
    internet: { cidrIpv4: "0.0.0.0/0" },
    atlas: { cidrIpv4: peering?.cidr ?? "0.0.0.0/0" },
  };
}

function createRules(stack: TerraformStack, made: SecurityGroups, flow: Flow, addresses: Addresses): void {
  const { from, to, port, why } = flow;
  const id = `${from}-to-${to}-${port}`;
  const rule = { ipProtocol: "tcp", fromPort: port, toPort: port, description: why };
  if (isGroup(to)) {
    const source = isGroup(from) ? { referencedSecurityGroupId: made[from].id } : addresses[from];
    new VpcSecurityGroupIngressRule(stack, `${id}-in`, { ...rule, securityGroupId: made[to].id, ...source });
  }
  if (isGroup(from)) {
    const target = isGroup(to) ? { referencedSecurityGroupId: made[to].id } : addresses[to];
    new VpcSecurityGroupEgressRule(stack, `${id}-out`, { ...rule, securityGroupId: made[from].id, ...target });
  }
}

function isGroup(name: Group | Outside): name is Group {
  return (groups as readonly string[]).includes(name);
}
