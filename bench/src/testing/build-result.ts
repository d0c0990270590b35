import type { CpuUse } from "../measure/usage";
import type { BenchResult, OperationResult } from "../results";

const cpu: CpuUse = { web: 0.9, workers: 0.3, stores: 1, transport: 0.2, identity: 0, generator: 0.1 };

export const steady = (value: number) => ({ median: value, lowest: value, highest: value });

/** One measured operation; every figure can be chosen, none must be. */
export function buildOperation(chosen: Partial<OperationResult> = {}): OperationResult {
  return {
    part: "directory",
    title: "directory, a page of 30",
    connections: 50,
    requestsPerSecond: steady(900),
    p50: steady(40),
    p95: steady(80),
    p99: steady(100),
    cpuPerRequest: cpu,
    answered: 5_400,
    refused: {},
    missingEffects: null,
    catchUpSeconds: null,
    ...chosen,
  };
}

/** The result of a run in which nothing but what is chosen was measured. */
export function buildResult(chosen: Partial<BenchResult> = {}): BenchResult {
  return {
    measuredAt: "2026-11-22T13:00:00.000Z",
    isQuick: false,
    parts: [],
    rounds: 3,
    secondsPerRound: 6,
    connections: [50],
    scaleConnections: 10,
    sizes: [1_000, 1_000_000],
    operationsSize: 100_000,
    journeyRepetitions: 200,
    employees: 10_000,
    signedInPeople: 400,
    machine: { cores: 2, processor: "a processor", memoryBytes: 8 * 2 ** 30, node: "v20.20.2", loadBefore: 0.1 },
    floor: { connections: 50, answerBytes: 7_000, requestsPerSecond: steady(30_000), cpuPerRequest: 0.03 },
    operations: [],
    journeys: [],
    scale: [],
    loads: [],
    companyDay: null,
    memory: { web: 200e6, workers: 100e6 },
    ...chosen,
  };
}
