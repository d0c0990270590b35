import type { BenchResult, OperationResult } from "../results";
import { short } from "./figures";
import { type Reference, references } from "./reference";

export type Aim = { title: string; aim: string; measured: string; isMet: boolean };

/** How much better than the replaced system each operation is to be, at 50 connections. */
const factors = [
  { part: "directory", rate: 5, p99: 1 / 5, cpu: null },
  { part: "waiting-box", rate: 5, p99: 1 / 5, cpu: null },
  { part: "submit", rate: 1.5, p99: 1, cpu: 1 / 3 },
  { part: "decide", rate: 1.5, p99: 1, cpu: 1 / 3 },
] as const;

const CONNECTIONS = 50;
const SIGNAL_P99_MS = 100;
const MORNING_SECONDS = 60;
export const FLAT_RATIO = 1.2;

/** Every aim whose operation was measured, met or not. */
export function judge(result: BenchResult): Aim[] {
  return [
    ...judgeOperations(result.operations),
    ...judgeSignal(result),
    ...judgeScale(result),
    ...judgeCompanyDay(result),
    judgeErrors(result),
  ];
}

/**
 * The old figures at this number of connections. Where they were not taken, the rate at the fewest, where it was quickest, and
 * for p99 what that rate leaves at least: so many requests at once wait n / rate on average (Little's law), and one in a
 * hundred waits longer.
 */
function referenceAt({ at }: Reference, connections: number): { requestsPerSecond: number; p99: number } {
  const there = at[connections];
  const known = there ?? at[Math.min(...Object.keys(at).map(Number))];
  const requestsPerSecond = known?.requestsPerSecond ?? Number.NaN;
  return { requestsPerSecond, p99: there?.p99 ?? Math.max(known?.p99 ?? 0, (1000 * connections) / requestsPerSecond) };
}

export function applicationCpu({ cpuPerRequest: { web, workers } }: OperationResult): number {
  return web + workers;
}

function judgeOperations(operations: readonly OperationResult[]): Aim[] {
  return factors.flatMap(({ part, rate, p99, cpu }) => {
    const measured = operations.find((each) => each.part === part && each.connections === CONNECTIONS);
    const reference = references[part];
    if (!measured || !reference) return [];
    const old = referenceAt(reference, CONNECTIONS);
    const title = `${part} at ${CONNECTIONS} connections`;
    return [
      atLeast(`${title}: requests/s`, measured.requestsPerSecond.median, rate * old.requestsPerSecond),
      atMost(`${title}: p99 (ms)`, measured.p99.median, p99 * old.p99),
      ...(cpu === null
        ? []
        : [atMost(`${title}: application CPU (ms)`, applicationCpu(measured), cpu * reference.cpu)]),
    ];
  });
}

function judgeSignal({ journeys }: BenchResult): Aim[] {
  const signal = journeys.find(({ title }) => title.startsWith("decide → signal"));
  return signal ? [atMost(`${signal.title}: p99 (ms)`, signal.latency.p99, SIGNAL_P99_MS)] : [];
}

function judgeScale({ scale }: BenchResult): Aim[] {
  const smallest = Math.min(...scale.map(({ documents }) => documents));
  const largest = Math.max(...scale.map(({ documents }) => documents));
  if (smallest === largest) return [];
  return scale
    .filter(({ documents }) => documents === largest)
    .map((list) =>
      atMost(
        `${list.title}: cost at ${short(largest)} documents to that at ${short(smallest)}`,
        growthOf(list, scale),
        FLAT_RATIO,
      ),
    );
}

/** Time of a request at this size to that at the smallest: the inverse of what gets through. */
export function growthOf(list: BenchResult["scale"][number], scale: BenchResult["scale"]): number {
  const same = scale.filter(({ title }) => title === list.title);
  const smallest = same.reduce((one, other) => (other.documents < one.documents ? other : one), list);
  return smallest.requestsPerSecond.median / list.requestsPerSecond.median;
}

function judgeCompanyDay({ companyDay: day }: BenchResult): Aim[] {
  if (!day) return [];
  const wrong = [day.checkedIn, day.rewards.people, day.rewards.lots, day.rewards.grants].map((count) =>
    Math.abs(count - day.people),
  );
  return [
    atMost(`${short(day.people)} people checked in (s)`, day.checkInSeconds, MORNING_SECONDS),
    atMost("check-ins and rewards lost or doubled", Math.max(...wrong), 0),
  ];
}

function judgeErrors({ operations, scale }: BenchResult): Aim {
  const all = [...operations, ...scale];
  const refused = all.flatMap((each) => Object.values(each.refused)).reduce((total, count) => total + count, 0);
  const missing = all.reduce((total, { missingEffects }) => total + (missingEffects ?? 0), 0);
  return atMost("errors, refusals and lost effects under load", refused + missing, 0);
}

function atLeast(title: string, measured: number, limit: number): Aim {
  return { title, aim: `≥ ${short(limit)}`, measured: short(measured), isMet: measured >= limit };
}

function atMost(title: string, measured: number, limit: number): Aim {
  return { title, aim: `≤ ${short(limit)}`, measured: short(measured), isMet: measured <= limit };
}
