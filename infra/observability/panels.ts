import { metricNames as metrics } from "../../packages/telemetry/src/metric-names";

/** What the portal's dashboard shows, row by row: the RED of calls and messages, then what lies between them. */
export type Panel = {
  title: string;
  unit: "reqps" | "s" | "percentunit" | "short";
  expression: string;
  legend: string;
};

export const panels: readonly Panel[] = [
  {
    title: "Calls per second",
    unit: "reqps",
    expression: `sum by (path) (rate(${metrics.procedureDuration}_count[5m]))`,
    legend: "{{path}}",
  },
  {
    title: "Calls that fail",
    unit: "percentunit",
    expression: `sum(rate(${metrics.procedureDuration}_count{code="request.unavailable"}[5m])) / sum(rate(${metrics.procedureDuration}_count[5m]))`,
    legend: "failed",
  },
  {
    title: "Calls, p50",
    unit: "s",
    expression: `histogram_quantile(0.5, sum by (le) (rate(${metrics.procedureDuration}_bucket[5m])))`,
    legend: "p50",
  },
  {
    title: "Calls, p95",
    unit: "s",
    expression: `histogram_quantile(0.95, sum by (le) (rate(${metrics.procedureDuration}_bucket[5m])))`,
    legend: "p95",
  },
  {
    title: "Pages per second",
    unit: "reqps",
    expression: `sum by (status) (rate(${metrics.requestDuration}_count[5m]))`,
    legend: "{{status}}",
  },
  {
    title: "Pages, p95",
    unit: "s",
    expression: `histogram_quantile(0.95, sum by (le, route) (rate(${metrics.requestDuration}_bucket[5m])))`,
    legend: "{{route}}",
  },
  {
    title: "Messages per second",
    unit: "reqps",
    expression: `sum by (group, outcome) (rate(${metrics.messageDuration}_count[5m]))`,
    legend: "{{group}} {{outcome}}",
  },
  {
    title: "Messages, p95",
    unit: "s",
    expression: `histogram_quantile(0.95, sum by (le, group) (rate(${metrics.messageDuration}_bucket[5m])))`,
    legend: "{{group}}",
  },
  {
    title: "Consumer lag",
    unit: "short",
    expression: `max by (group) (${metrics.consumerLag})`,
    legend: "{{group}}",
  },
  {
    title: "Dead letters",
    unit: "short",
    expression: `sum by (group, reason) (increase(${metrics.deadLetters}[1h]))`,
    legend: "{{group}} {{reason}}",
  },
  {
    title: "Dead letters that wait",
    unit: "short",
    expression: `max by (topic) (${metrics.deadLettersWaiting})`,
    legend: "{{topic}}",
  },
  {
    title: "Scheduled tasks per hour",
    unit: "short",
    expression: `sum by (task, outcome) (increase(${metrics.taskDuration}_count[1h]))`,
    legend: "{{task}} {{outcome}}",
  },
  {
    title: "Events that wait",
    unit: "short",
    expression: `max by (store) (${metrics.outboxWaiting})`,
    legend: "{{store}}",
  },
  {
    title: "Age of the oldest waiting event",
    unit: "s",
    expression: `max by (store) (${metrics.outboxOldestAge})`,
    legend: "{{store}}",
  },
  {
    title: "Events published per second",
    unit: "reqps",
    expression: `sum by (store) (rate(${metrics.outboxPublished}[5m]))`,
    legend: "{{store}}",
  },
  {
    title: "Signals per second",
    unit: "reqps",
    expression: `sum by (outcome) (rate(${metrics.signals}[5m]))`,
    legend: "{{outcome}}",
  },
  {
    title: "Dependencies that answer",
    unit: "short",
    expression: `min by (dependency) (${metrics.dependencyUp})`,
    legend: "{{dependency}}",
  },
];
