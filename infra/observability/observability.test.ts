import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { registry } from "../../packages/telemetry/src/metrics";
import { repoRoot } from "../commands/output";
import { findManifest, manifestsOf } from "../testing/manifests";
import { resourcesOf, synthesize } from "../testing/synthesized";
import { alerts, foreignMetrics } from "./alerts";
import { panels } from "./panels";

const prod = synthesize("prod");

type Metric = { name: string; labelNames?: string[] };
const exported = registry.getMetricsAsArray() as unknown as Metric[];
const ours = exported.filter(({ name }) => name.startsWith("erp_"));

/** The metrics an expression names, without the endings that Prometheus adds to histograms. */
function metricsIn(expression: string): string[] {
  const names = [...expression.matchAll(/\b(erp_\w+|up|externalsecret_\w+)(?=[[{)\s]|$)/g)].map(
    ([, name = ""]) => name,
  );
  return [...new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, "")))];
}

const expressions = [...alerts, ...panels].map(({ expression }) => expression);

describe("metrics", () => {
  it.each([...alerts.map((alert) => ({ ...alert, title: alert.name })), ...panels])(
    "$title uses what the programs export",
    ({ expression }) => {
      const names = metricsIn(expression);
      expect(names.length).toBeGreaterThan(0);
      const known = [...exported.map(({ name }) => name), ...foreignMetrics];
      for (const name of names) expect(known).toContain(name);
    },
  );

  it("labels in expressions are labels of the metrics", () => {
    const labels = new Set([
      "le",
      "name",
      "condition",
      "status",
      "job",
      ...ours.flatMap(({ labelNames = [] }) => labelNames),
    ]);
    const used = expressions.flatMap((expression) => [
      ...[...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = ""]) =>
        list.split(",").map((label) => label.trim()),
      ),
      ...[...expression.matchAll(/[{,]\s*(\w+)=/g)].map(([, label = ""]) => label),
    ]);
    for (const label of used) expect(labels).toContain(label);
  });

  it("whatever the programs export somebody looks at", () => {
    const looked = expressions.flatMap(metricsIn);
    expect(ours.map(({ name }) => name).filter((name) => !looked.includes(name))).toEqual([]);
  });
});

describe("alarms", () => {
  it("E62: symptoms have theirs: failing and slow calls, lag, dead letters, waiting events, lost secrets, restarting pods", () => {
    const names = alerts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "CallsFail",
        "CallsAreSlow",
        "ConsumersLag",
        "DeadLetters",
        "EventsWait",
        "SecretsNotSynced",
      ]),
    );
    const cloud = resourcesOf(prod, "aws_cloudwatch_metric_alarm").map(({ id }) => id);
    expect(cloud).toEqual(
      expect.arrayContaining([
        "alarm-node-cpu",
        "alarm-pod-restarts",
        "alarm-edge-5xx",
        "alarm-database-storage",
        "alarm-database-connections",
      ]),
    );
  });

  it("CPU above 80 % tells a topic, as documented", () => {
    const alarm = resourcesOf(prod, "aws_cloudwatch_metric_alarm").find(({ id }) => id === "alarm-node-cpu")?.values;
    expect(alarm).toMatchObject({
      metric_name: "node_cpu_utilization",
      threshold: 80,
      comparison_operator: "GreaterThanThreshold",
    });
    expect(String(alarm?.alarm_actions)).toContain("aws_sns_topic");
  });

  /**
   * The sets of dimensions under which CloudWatch's agent sends a metric, with the enhanced observability that the add-on
   * turns on (translator/translate/otel/exporter/awsemf/kubernetes.go). An alarm on any other set never has data.
   */
  const ofNodes = ["ClusterName", "ClusterName InstanceId NodeName"];
  const emitted: Record<string, string[]> = {
    node_cpu_utilization: ofNodes,
    node_memory_utilization: ofNodes,
    pod_number_of_container_restarts: [
      "ClusterName",
      "ClusterName Namespace PodName",
      "ClusterName FullPodName Namespace PodName",
      "ClusterName Namespace Service",
    ],
  };
  const insights = resourcesOf(prod, "aws_cloudwatch_metric_alarm").filter(
    ({ values }) => values.namespace === "ContainerInsights",
  );

  it.each(insights)("$id looks where the agent measures", ({ values }) => {
    const dimensions = Object.keys(values.dimensions as object).sort();
    expect(emitted[String(values.metric_name)]).toContain(dimensions.join(" "));
  });

  it("Prometheus has the alerts, and tells the same topic", () => {
    const rules = parse(String(resourcesOf(prod, "aws_prometheus_rule_group_namespace")[0]?.values.data)) as {
      groups: { rules: { alert: string }[] }[];
    };
    expect(rules.groups[0]?.rules.map(({ alert }) => alert)).toEqual(alerts.map(({ name }) => name));
    const routing = String(resourcesOf(prod, "aws_prometheus_alert_manager_definition")[0]?.values.definition);
    expect(routing).toContain("aws_sns_topic.alarms.arn");
  });

  it("each names a heading of the runbook that is there", () => {
    const runbook = readFileSync(join(repoRoot, "docs/runbook.md"), "utf8");
    const headings = [...runbook.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading]) => heading);
    for (const { runbook: heading } of alerts) expect(headings).toContain(heading);
  });

  it("a month has a budget, and somebody hears of it", () => {
    const budget = resourcesOf(prod, "aws_budgets_budget")[0]?.values;
    expect(budget).toMatchObject({ time_unit: "MONTHLY", limit_unit: "USD" });
    expect(JSON.stringify(budget?.notification)).toContain("aws_sns_topic");
  });
});

describe("the collector", () => {
  it("asks every program for its metrics, and takes spans where the programs send them", async () => {
    const manifests = await manifestsOf("prod");
    const { data } = findManifest(manifests, "ConfigMap", "collector") as unknown as { data: Record<string, string> };
    const config = parse(data["config.yaml"] ?? "") as {
      service: { pipelines: Record<string, { exporters: string[] }> };
    };
    expect(config.service.pipelines.metrics?.exporters).toEqual(["prometheusremotewrite"]);
    expect(config.service.pipelines.traces?.exporters).toEqual(["awsxray"]);
  });

  it("Container Insights come by the add-on, in a role of its own", () => {
    const addon = resourcesOf(prod, "aws_eks_addon").find(({ id }) => id === "amazon-cloudwatch-observability");
    expect(JSON.stringify(addon?.values.pod_identity_association)).toContain("cloudwatch-agent");
  });

  it("dashboards are code: one of Prometheus' metrics, one of AWS's", async () => {
    expect(findManifest(await manifestsOf("prod"), "ConfigMap", "dashboard")).toBeDefined();
    expect(resourcesOf(prod, "aws_cloudwatch_dashboard")).toHaveLength(1);
  });
});
