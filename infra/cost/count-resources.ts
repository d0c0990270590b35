import type { Resource } from "../aws/parts/read-stacks";
import { blocksOf } from "../aws/rules/resource-rule";

/** What of an environment is paid by the piece. */
export function countResources(resources: readonly Resource[]) {
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  return {
    keys: ofType("aws_kms_key").length,
    secrets: ofType("aws_secretsmanager_secret").length,
    alarms: ofType("aws_cloudwatch_metric_alarm").length,
    firewallRules: blocksOf(ofType("aws_wafv2_web_acl")[0]?.values.rule).length,
  };
}
