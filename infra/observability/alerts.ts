import { metricNames as metrics } from "../../packages/telemetry/src/metric-names";

/** An alarm on a symptom people would notice, in Prometheus' language over the metrics that the programs export. */
export type Alert = {
  name: string;
  expression: string;
  /** How long it has to hold. */
  for: string;
  severity: "page" | "ticket";
  summary: string;
  /** The heading in docs/runbook.md that says what to do. */
  runbook: string;
};

/** Calls that failed because of us: everything else the server refuses is somebody's mistake. */
const failedCalls = `sum(rate(${metrics.procedureDuration}_count{code="request.unavailable"}[5m]))`;
const allCalls = `sum(rate(${metrics.procedureDuration}_count[5m]))`;
const failedPages = `sum(rate(${metrics.requestDuration}_count{status="5xx"}[5m]))`;
const allPages = `sum(rate(${metrics.requestDuration}_count[5m]))`;

/** What the company was promised for a call. */
export const P95_LIMIT_SECONDS = 0.12;
export const LAG_LIMIT_MESSAGES = 500;
export const OUTBOX_AGE_LIMIT_SECONDS = 60;

export const alerts: readonly Alert[] = [
  {
    name: "CallsFail",
    expression: `${failedCalls} / ${allCalls} > 0.01`,
    for: "5m",
    severity: "page",
    summary: "More than 1 % of the API's calls fail",
    runbook: "Calls fail",
  },
  {
    name: "PagesFail",
    expression: `${failedPages} / ${allPages} > 0.01`,
    for: "5m",
    severity: "page",
    summary: "More than 1 % of the pages answer 5xx",
    runbook: "Calls fail",
  },
  {
    name: "CallsAreSlow",
    expression: `histogram_quantile(0.95, sum by (le) (rate(${metrics.procedureDuration}_bucket[5m]))) > ${P95_LIMIT_SECONDS}`,
    for: "10m",
    severity: "page",
    summary: `p95 of the API's calls is above ${P95_LIMIT_SECONDS} s`,
    runbook: "Calls are slow",
  },
  {
    name: "ConsumersLag",
    expression: `max by (group) (${metrics.consumerLag}) > ${LAG_LIMIT_MESSAGES}`,
    for: "10m",
    severity: "page",
    summary: "A consumer group falls behind: approvals do not advance",
    runbook: "Kafka outage",
  },
  {
    name: "DeadLetters",
    expression: `sum by (group, reason) (increase(${metrics.deadLetters}[15m])) > 0`,
    for: "0m",
    severity: "page",
    summary: "A message was given up on and laid aside",
    runbook: "Dead letters",
  },
  {
    name: "DeadLettersWait",
    expression: `max by (topic) (${metrics.deadLettersWaiting}) > 0`,
    for: "24h",
    severity: "ticket",
    summary: "A dead letter lies since yesterday and nobody has sent it back",
    runbook: "Dead letters",
  },
  {
    name: "TasksFail",
    expression: `sum by (task) (increase(${metrics.taskDuration}_count{outcome="failed"}[1h])) > 1`,
    for: "0m",
    severity: "ticket",
    summary: "A scheduled task fails again and again: leave does not accrue, or old rows stay",
    runbook: "Calls fail",
  },
  {
    name: "EventsWait",
    expression: `max by (store) (${metrics.outboxOldestAge}) > ${OUTBOX_AGE_LIMIT_SECONDS}`,
    for: "5m",
    severity: "page",
    summary: "Events wait in the outbox: relay or Kafka is away",
    runbook: "Kafka outage",
  },
  {
    name: "DependencyDown",
    expression: `min by (dependency) (${metrics.dependencyUp}) == 0`,
    for: "2m",
    severity: "page",
    summary: "A server that the programs need does not answer",
    runbook: "Calls fail",
  },
  {
    name: "SignalsLost",
    expression: `sum(rate(${metrics.signals}{outcome="lost"}[10m])) > 0`,
    for: "15m",
    severity: "ticket",
    summary: "Browsers are not told of changes; pages still work",
    runbook: "Soketi is away",
  },
  {
    name: "ProgramGone",
    expression: 'absent(up{job="web"} == 1) or absent(up{job="workers"} == 1)',
    for: "3m",
    severity: "page",
    summary: "No pod of a program answers Prometheus",
    runbook: "Calls fail",
  },
  {
    name: "SecretsNotSynced",
    expression: 'sum by (name) (externalsecret_status_condition{condition="Ready", status="False"}) > 0',
    for: "15m",
    severity: "ticket",
    summary: "External Secrets cannot read a secret: a rotation would not arrive",
    runbook: "Rotate secrets",
  },
];

/** Metrics of others that the alerts use: Prometheus' own, and External Secrets'. */
export const foreignMetrics = ["up", "externalsecret_status_condition"];
