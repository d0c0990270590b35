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
    expression: "sum by (path) (rate(erp_procedure_duration_seconds_count[5m]))",
    legend: "{{path}}",
  },
  {
    title: "Calls that fail",
    unit: "percentunit",
    expression:
      'sum(rate(erp_procedure_duration_seconds_count{code="request.unavailable"}[5m])) / sum(rate(erp_procedure_duration_seconds_count[5m]))',
    legend: "failed",
  },
  {
    title: "Calls, p50",
    unit: "s",
    expression: "histogram_quantile(0.5, sum by (le) (rate(erp_procedure_duration_seconds_bucket[5m])))",
    legend: "p50",
  },
  {
    title: "Calls, p95",
    unit: "s",
    expression: "histogram_quantile(0.95, sum by (le) (rate(erp_procedure_duration_seconds_bucket[5m])))",
    legend: "p95",
  },
  {
    title: "Messages per second",
    unit: "reqps",
    expression: "sum by (group, outcome) (rate(erp_message_duration_seconds_count[5m]))",
    legend: "{{group}} {{outcome}}",
  },
  {
    title: "Messages, p95",
    unit: "s",
    expression: "histogram_quantile(0.95, sum by (le, group) (rate(erp_message_duration_seconds_bucket[5m])))",
    legend: "{{group}}",
  },
  {
    title: "Consumer lag",
    unit: "short",
    expression: "max by (group) (erp_consumer_lag_messages)",
    legend: "{{group}}",
  },
  {
    title: "Dead letters",
    unit: "short",
    expression: "sum by (group, reason) (increase(erp_dead_letters_total[1h]))",
    legend: "{{group}} {{reason}}",
  },
  {
    title: "Age of the oldest waiting event",
    unit: "s",
    expression: "max by (store) (erp_outbox_oldest_age_seconds)",
    legend: "{{store}}",
  },
  {
    title: "Events published per second",
    unit: "reqps",
    expression: "sum by (store) (rate(erp_outbox_published_total[5m]))",
    legend: "{{store}}",
  },
  {
    title: "Signals per second",
    unit: "reqps",
    expression: "sum by (outcome) (rate(erp_signals_total[5m]))",
    legend: "{{outcome}}",
  },
  {
    title: "Dependencies that answer",
    unit: "short",
    expression: "min by (dependency) (erp_dependency_up)",
    legend: "{{dependency}}",
  },
];
