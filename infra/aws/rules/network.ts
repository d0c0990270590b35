import { unless } from "../../rules/rule";
import type { Resource } from "../parts/read-stacks";
import { type ResourceRule, ruleFor } from "./resource-rule";

const everywhere = ["0.0.0.0/0", "::/0"];

export const noOpenIngress: ResourceRule = ruleFor(
  "no security group takes connections from everywhere",
  ["aws_vpc_security_group_ingress_rule"],
  (values) => unless(!everywhere.includes(String(values.cidr_ipv4 ?? values.cidr_ipv6)), "open to the world"),
);

export const noInlineRules: ResourceRule = ruleFor(
  "rules of security groups are resources of their own",
  ["aws_security_group", "aws_default_security_group"],
  (values) => unless(values.ingress === undefined && values.egress === undefined, "has rules inside"),
);

/** Who may open connections to whom, as the rules say it: `nodes → database:3306`. */
export function readConnections(resources: readonly Resource[]): string[] {
  const incoming = resources.filter(({ type }) => type === "aws_vpc_security_group_ingress_rule");
  const outgoing = resources.filter(({ type }) => type === "aws_vpc_security_group_egress_rule");
  const lines = [
    ...incoming.map(({ values }) => `${otherEnd(values)} → ${groupIn(values.security_group_id)}${portsOf(values)}`),
    ...outgoing
      .filter(({ values }) => values.referenced_security_group_id === undefined)
      .map(({ values }) => `${groupIn(values.security_group_id)} → ${otherEnd(values)}${portsOf(values)}`),
  ];
  return [...new Set(lines)].sort();
}

/** A connection needs a rule on both ends: one without its counterpart does nothing, and hides a mistake. */
export const bothEndsAgree: ResourceRule = {
  name: "a flow between two groups has a rule on both ends",
  find(resources) {
    const ends = (type: string, from: string, to: string) =>
      new Set(
        resources
          .filter((each) => each.type === type && each.values.referenced_security_group_id !== undefined)
          .map(({ values }) => `${groupIn(values[from])} → ${groupIn(values[to])}${portsOf(values)}`),
      );
    const incoming = ends("aws_vpc_security_group_ingress_rule", "referenced_security_group_id", "security_group_id");
    const outgoing = ends("aws_vpc_security_group_egress_rule", "security_group_id", "referenced_security_group_id");
    return [
      ...[...incoming].filter((flow) => !outgoing.has(flow)).map((flow) => `${flow}: may arrive, may not leave`),
      ...[...outgoing].filter((flow) => !incoming.has(flow)).map((flow) => `${flow}: may leave, may not arrive`),
    ];
  },
};

function otherEnd(values: Record<string, unknown>): string {
  if (values.referenced_security_group_id !== undefined) return groupIn(values.referenced_security_group_id);
  if (values.prefix_list_id !== undefined) return "cloudfront";
  return everywhere.includes(String(values.cidr_ipv4)) ? "internet" : String(values.cidr_ipv4);
}

/** The name of a group of ours, also where another stack reads it from the state; EKS makes the cluster's own. */
function groupIn(reference: unknown): string {
  const text = String(reference);
  if (text.includes("cluster_security_group_id")) return "cluster";
  return text.match(/aws_security_group\.?([\w-]+)-group/)?.[1] ?? text;
}

function portsOf({ from_port: from, to_port: to }: Record<string, unknown>): string {
  return from === to ? `:${from}` : `:${from}-${to}`;
}
