import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import { Wafv2WebAcl } from "@cdktn/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclLoggingConfiguration } from "@cdktn/provider-aws/lib/wafv2-web-acl-logging-configuration";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createLogGroup } from "../../parts/log-group";
import { named } from "../../parts/stack";

/** A whole office may stand behind one address, so this is far above what one person does; people are throttled by the server. */
const REQUESTS_PER_FIVE_MINUTES_PER_ADDRESS = 60_000;

/** AWS's own lists. A long document is no attack, nor are several calls in one address: sizes are only counted. */
const managedRules = [
  { name: "AWSManagedRulesAmazonIpReputationList", counted: [] },
  { name: "AWSManagedRulesCommonRuleSet", counted: ["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"] },
  { name: "AWSManagedRulesKnownBadInputsRuleSet", counted: [] },
];

/** What CloudFront asks about every request before it goes anywhere. */
export function createFirewall(stack: TerraformStack, environment: Environment, global: AwsProvider): Wafv2WebAcl {
  const visibility = (metricName: string) => ({
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
    metricName,
  });
  const acl = new Wafv2WebAcl(stack, "firewall", {
    provider: global,
    name: named(environment, "portal"),
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: visibility(named(environment, "portal")),
    rule: [
      ...managedRules.map(({ name, counted }, index) => ({
        name,
        priority: index,
        overrideAction: { none: {} },
        statement: {
          managed_rule_group_statement: {
            vendor_name: "AWS",
            name,
            rule_action_override: counted.map((rule) => ({ name: rule, action_to_use: { count: {} } })),
          },
        },
        visibilityConfig: visibility(name),
      })),
      {
        name: "floods",
        priority: managedRules.length,
        action: { block: {} },
        statement: {
          rate_based_statement: { limit: REQUESTS_PER_FIVE_MINUTES_PER_ADDRESS, aggregate_key_type: "IP" },
        },
        visibilityConfig: visibility("floods"),
      },
    ],
  });
  // WAF accepts only log groups of this name.
  const logs = createLogGroup(stack, environment, "firewall", {
    name: `aws-waf-logs-${named(environment, "portal")}`,
    kind: "audit",
    provider: global,
  });
  new Wafv2WebAclLoggingConfiguration(stack, "firewall-logging", {
    provider: global,
    resourceArn: acl.arn,
    logDestinationConfigs: [logs.arn],
    redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
  });
  return acl;
}
