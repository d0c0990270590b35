import { WATCHED_DOCUMENTS, WATCHERS } from "../data/archive";
import type { BenchResult, OperationResult } from "../results";
import { applicationCpu, growthOf, judge } from "./aims";
import { promisedCalls, promisesNotes, promisesTable } from "./documented-figures";
import { megabytes, ranged, refusals, short, times } from "./figures";
import {
  type Reference,
  referenceMemoryBytes,
  referenceSubmitToQueue,
  references,
  referenceTrpcFloorCpu,
} from "./reference";
import { table } from "./table";

/** The whole report, as it is printed and as it is committed. */
export function reportOf(result: BenchResult): string {
  const sections = [
    describeRun(result),
    section("Aims", result.operations.length + result.journeys.length + result.scale.length, aimsTable(result)),
    section("Under load", result.operations.length, loadTable(result), loadNotes(result)),
    section("CPU of one request (ms)", result.operations.length, cpuTable(result), cpuNotes(result)),
    section("Beside the system this replaces", result.operations.length, comparisonTable(result), comparisonNotes),
    section("Beside what was promised", promisedCalls(result).length, promisesTable(result), promisesNotes),
    section("From one person to the other (ms)", result.journeys.length, journeyTable(result)),
    section("A whole company in one morning", result.companyDay ? 1 : 0, companyDayTable(result)),
    section("The same lists in a growing archive", result.scale.length, scaleTable(result), scaleNotes(result)),
    section("Memory after load", 1, memoryTable(result)),
  ];
  return `${sections.filter((text) => text !== null).join("\n\n")}\n`;
}

function section(title: string, rows: number, ...texts: string[]): string | null {
  return rows === 0 ? null : [`## ${title}`, ...texts].join("\n\n");
}

function describeRun({ measuredAt, machine, rounds, secondsPerRound, isQuick, ...run }: BenchResult): string {
  const memory = `${Math.round(machine.memoryBytes / 2 ** 30)} GiB`;
  return `# Measurements of ${measuredAt.slice(0, 10)}${isQuick ? " (quick)" : ""}

${machine.cores} cores (${machine.processor}), ${memory} of memory, Node ${machine.node}; load average before: ${short(machine.loadBefore)}.
Portal, servers and load generator share this one machine. ${rounds} ${rounds === 1 ? "round" : "rounds"} of ${secondsPerRound} s after a warm-up; medians, ranges in parentheses.
${short(run.employees)} employees, ${run.signedInPeople} of them signed in; ${short(run.operationsSize)} documents in the archive under load.`;
}

function aimsTable(result: BenchResult): string {
  return table(
    ["aim", "wanted", "measured", "met"],
    judge(result).map(({ title, aim, measured, isMet }) => [title, aim, measured, isMet ? "yes" : "**no**"]),
  );
}

function loadTable({ operations }: BenchResult): string {
  return table(
    ["operation", "connections", "requests/s", "p50 ms", "p95 ms", "p99 ms", "errors"],
    operations.map((each) => [
      each.title,
      String(each.connections),
      ranged(each.requestsPerSecond),
      ranged(each.p50),
      ranged(each.p95),
      ranged(each.p99),
      refusals({ ...each.refused, ...(each.missingEffects ? { "without effect": each.missingEffects } : {}) }),
    ]),
  );
}

function loadNotes({ operations }: BenchResult): string {
  const followed = operations.filter(({ catchUpSeconds }) => catchUpSeconds !== null);
  const catchUps = followed.map(
    (each) => `${each.title} at ${each.connections}: ${ranged(each.catchUpSeconds ?? never())} s`,
  );
  if (catchUps.length === 0) return "Every request is authenticated.";
  return `Every request is authenticated. After the last answer the workers went on for (${catchUps.join("; ")}).`;
}

function cpuTable({ operations, floor }: BenchResult): string {
  const floorRow = [
    "floor: bare node:http, the same JSON",
    String(floor.connections),
    short(floor.cpuPerRequest),
    "–",
    "–",
    "–",
    "–",
    "–",
  ];
  const rows = operations.map(({ title, connections, cpuPerRequest: cpu }) => [
    title,
    String(connections),
    ...[cpu.web, cpu.workers, cpu.stores, cpu.transport, cpu.identity, cpu.generator].map(short),
  ]);
  return table(
    ["operation", "connections", "web", "workers", "stores", "Kafka, Soketi", "identity", "generator"],
    [floorRow, ...rows],
  );
}

function cpuNotes({ floor }: BenchResult): string {
  return `The floor answers ${short(floor.answerBytes)} bytes ${ranged(floor.requestsPerSecond)} times a second. An empty call through tRPC's fetch handler costs ${referenceTrpcFloorCpu} ms (reference figures).`;
}

function comparisonTable({ operations, memory }: BenchResult): string {
  const rows = operations.flatMap((each) => {
    const reference = references[each.part];
    return reference ? [comparisonRow(each, reference)] : [];
  });
  const ours = memory.web === null || memory.workers === null ? null : memory.web + memory.workers;
  const heading = ["here", "there", "connections", "req/s", "there", "ratio", "p99", "there", "app CPU", "there"];
  return `${table(heading, rows, 2)}

Memory after load: ${megabytes(ours)} here, ${megabytes(referenceMemoryBytes)} there.`;
}

function comparisonRow(here: OperationResult, reference: Reference): string[] {
  const there = reference.at[here.connections];
  return [
    here.part,
    reference.name,
    String(here.connections),
    short(here.requestsPerSecond.median),
    short(there?.requestsPerSecond),
    times(here.requestsPerSecond.median / (there?.requestsPerSecond ?? Number.NaN)),
    short(here.p99.median),
    short(there?.p99),
    short(applicationCpu(here)),
    short(reference.cpu),
  ];
}

const comparisonNotes =
  "The figures of the old system come from the project's reference figures; it authenticated nobody. A dash is what was not measured there; the aims then take its rate at the fewest connections, and the mean wait that this rate leaves (Little's law) for its p99.";

function journeyTable({ journeys }: BenchResult): string {
  const old = `the old system, submit → queue: p50 ${referenceSubmitToQueue.p50}, p99 ${referenceSubmitToQueue.p99}`;
  const rows = journeys.map(({ title, repetitions, latency, slowest }) => [
    title,
    String(repetitions),
    ...[latency.p50, latency.p95, latency.p99, slowest].map(short),
  ]);
  return `${table(["one at a time", "times", "p50", "p95", "p99", "slowest"], rows)}\n\nFor comparison: ${old}.`;
}

function companyDayTable({ companyDay: day }: BenchResult): string {
  if (!day) return "";
  const { rewards, accrual, accrualAgain } = day;
  return table(
    ["what", "measured"],
    [
      ["people, rows of attendance behind them", `${short(day.people)}, ${short(day.attendanceRows)}`],
      ["all of them checked in, in seconds", `${short(day.checkInSeconds)} (p99 ${short(day.p99)} ms)`],
      ["rows of the day; refused", `${short(day.checkedIn)}; ${refusals(day.refused)}`],
      ["rewards: people, lots, grants", `${short(rewards.people)}, ${short(rewards.lots)}, ${short(rewards.grants)}`],
      ["from the first check-in to the last reward, in seconds", short(day.secondsUntilPaid)],
      [
        `statutory accrual of ${short(accrual.people)} people, ${short(accrual.entries)} entries, in seconds`,
        short(accrual.seconds),
      ],
      [`the same with ${short(accrualAgain.entries)} entries to write, in seconds`, short(accrualAgain.seconds)],
    ],
  );
}

function scaleTable({ scale }: BenchResult): string {
  return table(
    ["list", "documents", "requests/s", "p50 ms", "p99 ms", "web CPU ms", "stores CPU ms", "cost", "errors"],
    [...scale]
      .sort((one, other) => one.title.localeCompare(other.title) || one.documents - other.documents)
      .map((each) => [
        each.title,
        short(each.documents),
        ranged(each.requestsPerSecond),
        ranged(each.p50),
        ranged(each.p99),
        short(each.cpuPerRequest.web),
        short(each.cpuPerRequest.stores),
        times(growthOf(each, scale)),
        refusals(each.refused),
      ]),
  );
}

function scaleNotes({ scale, loads }: BenchResult): string {
  const filling = loads.map(({ documents, seconds }) => `${short(documents)} in ${short(seconds)} s`).join(", ");
  return `At ${scale[0]?.connections ?? 0} connections; cost is the time of a request relative to that with the fewest documents. The archive was filled to ${filling}, indexes and approvers' queues included.
Constant over the sizes: the employees; ${WATCHERS} people whose boxes are read, each with ${WATCHED_DOCUMENTS} documents waiting and ${WATCHED_DOCUMENTS} of their own from the start; pages of 30. Growing: everybody's own documents, theirs too (an equal share of the archive each).`;
}

function memoryTable({ memory }: BenchResult): string {
  return table(
    ["process", "resident memory"],
    [
      ["web", megabytes(memory.web)],
      ["workers", megabytes(memory.workers)],
    ],
  );
}

function never(): never {
  throw new Error("unreachable");
}
