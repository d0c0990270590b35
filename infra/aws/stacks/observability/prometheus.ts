import { PrometheusAlertManagerDefinition } from "@cdktn/provider-aws/lib/prometheus-alert-manager-definition";
import { PrometheusRuleGroupNamespace } from "@cdktn/provider-aws/lib/prometheus-rule-group-namespace";
import { PrometheusWorkspace } from "@cdktn/provider-aws/lib/prometheus-workspace";
import type { TerraformStack } from "cdktn";
import { type Environment, REGION } from "../../../environments/environment";
import { alertRouting, alertRules } from "../../../observability/alert-rules";
import { createLogGroup } from "../../parts/log-group";
import { named } from "../../parts/stack";

/** Prometheus, because a percentile over all pods needs histograms, which CloudWatch would flatten. */
export function createPrometheus(
  stack: TerraformStack,
  environment: Environment,
  { topicArn, keyArn }: { topicArn: string; keyArn: string },
): PrometheusWorkspace {
  const logs = createLogGroup(stack, environment, "prometheus", {
    name: `/aws/vendedlogs/prometheus/${named(environment, "portal")}`,
  });
  const workspace = new PrometheusWorkspace(stack, "metrics", {
    alias: named(environment, "portal"),
    kmsKeyArn: keyArn,
    loggingConfiguration: { logGroupArn: `${logs.arn}:*` },
  });
  new PrometheusRuleGroupNamespace(stack, "alerts", {
    name: "erp",
    workspaceId: workspace.id,
    data: alertRules(),
  });
  new PrometheusAlertManagerDefinition(stack, "alert-routing", {
    workspaceId: workspace.id,
    definition: alertRouting(topicArn, REGION),
  });
  return workspace;
}
