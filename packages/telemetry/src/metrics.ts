import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { metricNames } from "./metric-names";

/** One registry a program; `/metrics` prints it. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });

const registers = [registry];

/** Fine around 0.12 s, what the company was promised for a call (p95): a quantile is only as exact as its bucket. */
const LATENCY_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.12, 0.15, 0.25, 0.5, 1, 2.5, 5];

export const procedureSeconds = new Histogram({
  name: metricNames.procedureDuration,
  help: "Time a tRPC procedure took, by path and outcome code",
  labelNames: ["path", "code"],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers,
});

export const requestSeconds = new Histogram({
  name: metricNames.requestDuration,
  help: "Time until a page or an endpoint beside tRPC was answered, by route and class of status (2xx to 5xx, aborted)",
  labelNames: ["route", "status"],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers,
});

export const messageSeconds = new Histogram({
  name: metricNames.messageDuration,
  help: "Time a consumer took for a message, by group, event and outcome",
  labelNames: ["group", "event", "outcome"],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers,
});

export const taskSeconds = new Histogram({
  name: metricNames.taskDuration,
  help: "Time a task of the schedule took, by task and outcome (done, failed)",
  labelNames: ["task", "outcome"],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers,
});

export const consumerLag = new Gauge({
  name: metricNames.consumerLag,
  help: "Messages behind the end of the topic, by group and topic",
  labelNames: ["group", "topic"],
  registers,
});

export const deadLetters = new Counter({
  name: metricNames.deadLetters,
  help: "Messages given up on and laid aside, by group and reason",
  labelNames: ["group", "reason"],
  registers,
});

export const deadLettersWaiting = new Gauge({
  name: metricNames.deadLettersWaiting,
  help: "Dead letters that nobody has sent back yet, by topic; known to the program that leads",
  labelNames: ["topic"],
  registers,
});

export const outboxPublished = new Counter({
  name: metricNames.outboxPublished,
  help: "Events the relay handed to Kafka, by store",
  labelNames: ["store"],
  registers,
});

export const outboxWaiting = new Gauge({
  name: metricNames.outboxWaiting,
  help: "Events (in MongoDB: documents with events) not yet published, by store",
  labelNames: ["store"],
  registers,
});

export const outboxAgeSeconds = new Gauge({
  name: metricNames.outboxOldestAge,
  help: "Age of the oldest event not yet published, by store; 0 when there is none",
  labelNames: ["store"],
  registers,
});

export const signalsSent = new Counter({
  name: metricNames.signals,
  help: "Signals handed to Soketi, by outcome",
  labelNames: ["outcome"],
  registers,
});

export const dependencyUp = new Gauge({
  name: metricNames.dependencyUp,
  help: "1 when the last check of the dependency succeeded",
  labelNames: ["dependency"],
  registers,
});
