import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** One registry a program; `/metrics` prints it. Names follow Prometheus' conventions: unit at the end, `_total` for counters. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });

const LATENCY_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export const procedureSeconds = new Histogram({
  name: "erp_procedure_duration_seconds",
  help: "Time a tRPC procedure took, by path and outcome code",
  labelNames: ["path", "code"],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers: [registry],
});

export const messageSeconds = new Histogram({
  name: "erp_message_duration_seconds",
  help: "Time a consumer took for a message, by group, event and outcome",
  labelNames: ["group", "event", "outcome"],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers: [registry],
});

export const deadLetters = new Counter({
  name: "erp_dead_letters_total",
  help: "Messages given up on and laid aside, by group and reason",
  labelNames: ["group", "reason"],
  registers: [registry],
});

export const outboxPublished = new Counter({
  name: "erp_outbox_published_total",
  help: "Events the relay handed to Kafka, by store",
  labelNames: ["store"],
  registers: [registry],
});

export const outboxAgeSeconds = new Gauge({
  name: "erp_outbox_oldest_age_seconds",
  help: "Age of the oldest event not yet published, by store; 0 when there is none",
  labelNames: ["store"],
  registers: [registry],
});

export const consumerLag = new Gauge({
  name: "erp_consumer_lag_messages",
  help: "Messages behind the end of the topic, by group and topic",
  labelNames: ["group", "topic"],
  registers: [registry],
});

export const signalsSent = new Counter({
  name: "erp_signals_total",
  help: "Signals handed to Soketi, by outcome",
  labelNames: ["outcome"],
  registers: [registry],
});

export const dependencyUp = new Gauge({
  name: "erp_dependency_up",
  help: "1 when the last check of the dependency succeeded",
  labelNames: ["dependency"],
  registers: [registry],
});
