import { stringify } from "yaml";
import { alerts } from "./alerts";

/** The alerts as Amazon Managed Prometheus reads them. */
export function alertRules(): string {
  const rules = alerts.map(({ name, expression, for: duration, severity, summary, runbook }) => ({
    alert: name,
    expr: expression,
    for: duration,
    labels: { severity },
    annotations: { summary, runbook: `docs/runbook.md, "${runbook}"` },
  }));
  return stringify({ groups: [{ name: "erp", rules }] }, { lineWidth: 0 });
}

/** Where alerts go: all of them to one SNS topic, told once per name and again after four hours. */
export function alertRouting(topicArn: string, region: string): string {
  const config = {
    route: {
      receiver: "people",
      group_by: ["alertname", "severity"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "4h",
    },
    receivers: [
      {
        name: "people",
        sns_configs: [{ topic_arn: topicArn, sigv4: { region }, send_resolved: true }],
      },
    ],
  };
  return stringify({ alertmanager_config: stringify(config, { lineWidth: 0 }) }, { lineWidth: 0 });
}
