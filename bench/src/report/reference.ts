import type { Latency } from "../measure/statistics";
import type { Part } from "../options";

/**
 * The figures of the system this one replaces (four Spring Boot services without any authentication, on MariaDB, FerretDB
 * on DocumentDB, Kafka 4.3 and Redis): median of three runs on a machine of two cores, from the project's
 * reference figures. Times in milliseconds; `cpu` is application CPU a request.
 */
export type Reference = {
  name: string;
  cpu: number;
  /** By number of connections; what was not measured is missing. */
  at: Partial<Record<number, { requestsPerSecond: number } & Partial<MeasuredLatency>>>;
};

type MeasuredLatency = Pick<Latency, "p50" | "p99">;

/**
 * What the replaced system's documents promised of every call, without ever measuring it: at so many connections, in
 * milliseconds, and the share of calls that fail.
 */
export const promised = { connections: 100, p95: 120, requestsPerSecond: 280, errorShare: 0.001 };

export const references: Partial<Record<Part, Reference>> = {
  directory: {
    name: "list of 1,000 employees",
    cpu: 6.4,
    at: {
      10: { requestsPerSecond: 188, p50: 52, p99: 113 },
      50: { requestsPerSecond: 167, p50: 295, p99: 655 },
      100: { requestsPerSecond: 188 },
    },
  },
  "waiting-box": {
    name: "approver's waiting list, 1,000 documents",
    cpu: 18,
    at: {
      10: { requestsPerSecond: 77, p50: 129, p99: 255 },
      100: { requestsPerSecond: 48 },
    },
  },
  submit: {
    name: "submit a document",
    cpu: 5,
    at: {
      10: { requestsPerSecond: 151, p50: 60, p99: 179 },
      50: { requestsPerSecond: 190, p50: 247, p99: 638 },
      100: { requestsPerSecond: 172 },
    },
  },
  "check-in": {
    name: "check-in (tuned)",
    cpu: 1.2,
    at: {
      10: { requestsPerSecond: 383, p50: 22, p99: 99 },
      50: { requestsPerSecond: 806, p50: 56, p99: 177 },
      100: { requestsPerSecond: 310 },
    },
  },
  "quest-list": {
    name: "quest list (200 quests × 20 people)",
    cpu: 692,
    at: { 10: { requestsPerSecond: 1.4, p50: 6_270, p99: 7_622 } },
  },
  decide: {
    name: "approve (and deduct)",
    cpu: 6,
    at: {
      10: { requestsPerSecond: 117, p50: 81, p99: 198 },
      50: { requestsPerSecond: 141, p50: 314, p99: 1_069 },
      100: { requestsPerSecond: 115 },
    },
  },
};

/** Submit until the document is in the approver's queue, one at a time. */
export const referenceSubmitToQueue: MeasuredLatency = { p50: 21, p99: 52 };

/** Resident memory of the four services after load. */
export const referenceMemoryBytes = 1.9e9;

/** CPU milliseconds of one small call: tRPC's fetch handler behind @hono/node-server, with nothing behind it. */
export const referenceTrpcFloorCpu = 0.248;
