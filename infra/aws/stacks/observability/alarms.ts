import { CloudwatchDashboard } from "@cdktn/provider-aws/lib/cloudwatch-dashboard";
import { CloudwatchMetricAlarm } from "@cdktn/provider-aws/lib/cloudwatch-metric-alarm";
import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import type { TerraformStack } from "cdktn";
import { type Environment, GLOBAL_REGION, REGION } from "../../../environments/environment";
import { cloudAlarms } from "../../../observability/cloud-alarms";
import { cloudDashboard } from "../../../observability/dashboards";
import { named } from "../../parts/stack";
import type { Topics } from "./topics";

type Parts = { topics: Topics; global: AwsProvider; names: Parameters<typeof cloudAlarms>[1] };

export function createCloudAlarms(
  stack: TerraformStack,
  environment: Environment,
  { topics, global, names }: Parts,
): void {
  const alarms = cloudAlarms(environment, names);
  for (const alarm of alarms) {
    const topicArn = alarm.isGlobal ? topics.global.arn : topics.local.arn;
    new CloudwatchMetricAlarm(stack, `alarm-${alarm.name}`, {
      provider: alarm.isGlobal ? global : undefined,
      alarmName: named(environment, alarm.name),
      alarmDescription: alarm.summary,
      namespace: alarm.namespace,
      metricName: alarm.metric,
      statistic: alarm.statistic,
      dimensions: alarm.dimensions,
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      period: alarm.period,
      evaluationPeriods: alarm.periods,
      treatMissingData: alarm.missing,
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
  new CloudwatchDashboard(stack, "dashboard", {
    dashboardName: named(environment, "cloud"),
    dashboardBody: cloudDashboard(alarms, (alarm) => (alarm.isGlobal ? GLOBAL_REGION : REGION)),
  });
}
