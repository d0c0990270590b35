/**
 * Every metric of ours, by what it measures. Alarms and dashboards are compared with this list, and `metrics.ts` makes
 * nothing that is not in it. Prometheus' conventions: unit at the end, `_total` for counters.
 */
export const metricNames = {
  procedureDuration: "erp_procedure_duration_seconds",
  requestDuration: "erp_request_duration_seconds",
  messageDuration: "erp_message_duration_seconds",
  taskDuration: "erp_task_duration_seconds",
  consumerLag: "erp_consumer_lag_messages",
  deadLetters: "erp_dead_letters_total",
  deadLettersWaiting: "erp_dead_letters_waiting",
  outboxPublished: "erp_outbox_published_total",
  outboxWaiting: "erp_outbox_waiting_events",
  outboxOldestAge: "erp_outbox_oldest_age_seconds",
  signals: "erp_signals_total",
  dependencyUp: "erp_dependency_up",
} as const;
