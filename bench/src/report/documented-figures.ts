import type { BenchResult, OperationResult } from "../results";
import { short } from "./figures";
import { promised } from "./reference";
import { table } from "./table";

/** What was measured at as many connections as the promise speaks of. */
export function promisedCalls({ operations }: BenchResult): OperationResult[] {
  return operations.filter(({ connections }) => connections === promised.connections);
}

/** Every operation beside the figures that the replaced system's documents promised of each call (E63). */
export function promisesTable(result: BenchResult): string {
  return table(
    ["operation", "p50 ms", "p95 ms", "requests/s", "errors", "all three kept"],
    promisedCalls(result).map((each) => [
      each.title,
      short(each.p50.median),
      short(each.p95.median),
      short(each.requestsPerSecond.median),
      percent(errorShare(each)),
      isKept(each) ? "yes" : "**no**",
    ]),
  );
}

export const promisesNotes = `At ${promised.connections} connections. Promised of every call: p95 of ${promised.p95} ms, ${promised.requestsPerSecond} requests/s, ${percent(promised.errorShare)} errors; the system this replaces documented them and never measured them.`;

export function isKept(call: OperationResult): boolean {
  const isQuick = call.p95.median <= promised.p95 && call.requestsPerSecond.median >= promised.requestsPerSecond;
  return isQuick && errorShare(call) <= promised.errorShare;
}

/** Of all calls sent, those that were refused, broke, or had no effect. */
function errorShare({ answered, refused, missingEffects }: OperationResult): number {
  const unanswered = Object.values(refused).reduce((total, count) => total + count, 0);
  return (unanswered + (missingEffects ?? 0)) / Math.max(answered + unanswered, 1);
}

function percent(share: number): string {
  return `${short(share * 100)} %`;
}
