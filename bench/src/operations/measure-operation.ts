import { applyLoad, type LoadResult } from "../measure/load";
import { spread } from "../measure/statistics";
import { type CpuUse, cpuSince, mapCpu, readCpuUse } from "../measure/usage";
import type { OperationResult } from "../results";
import { dropLetters, waitForWorkers } from "../settle";
import type { Stage } from "../stage";
import type { Operation } from "./operation";

type Round = LoadResult & { cpu: CpuUse; missingEffects: number | null; catchUpSeconds: number | null };

/** Warms up once, then measures every number of connections in as many rounds as planned. */
export async function measureOperation(
  stage: Stage,
  operation: Operation,
  connections: readonly number[],
): Promise<OperationResult[]> {
  const { rounds, secondsPerRound } = stage.plan;
  await runRound(stage, operation, Math.min(...connections), secondsPerRound / 2);
  const results: OperationResult[] = [];
  for (const count of connections) {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1)
      measured.push(await runRound(stage, operation, count, secondsPerRound));
    results.push({ part: operation.part, title: operation.title, connections: count, ...summarize(measured) });
  }
  return results;
}

async function runRound(stage: Stage, operation: Operation, connections: number, seconds: number): Promise<Round> {
  const { countEffects, ...script } = await operation.prepare(stage, seconds);
  await dropLetters(stage.ctx);
  const before = readCpuUse();
  const result = await applyLoad({ origin: stage.origin, connections, seconds, ...script });
  const catchUpSeconds = countEffects ? await waitForWorkers(stage.ctx) : null;
  const cpu = cpuSince(before);
  const missingEffects = countEffects ? Math.max(0, result.answered - (await countEffects())) : null;
  return { ...result, cpu, missingEffects, catchUpSeconds };
}

export function summarize(rounds: readonly Round[]): Omit<OperationResult, "part" | "title" | "connections"> {
  const answered = sum(rounds.map((round) => round.answered));
  const catchUps = rounds.map(({ catchUpSeconds }) => catchUpSeconds).filter((seconds) => seconds !== null);
  const missing = rounds.map(({ missingEffects }) => missingEffects).filter((count) => count !== null);
  return {
    answered,
    requestsPerSecond: spread(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    p50: spread(rounds.map(({ latency }) => latency.p50)),
    p95: spread(rounds.map(({ latency }) => latency.p95)),
    p99: spread(rounds.map(({ latency }) => latency.p99)),
    cpuPerRequest: cpuOfOne(
      rounds.map(({ cpu }) => cpu),
      answered,
    ),
    refused: addUp(rounds.map(({ refused }) => refused)),
    missingEffects: missing.length > 0 ? sum(missing) : null,
    catchUpSeconds: catchUps.length > 0 ? spread(catchUps) : null,
  };
}

/** CPU of all rounds shared out among all their answers. */
export function cpuOfOne([first, ...others]: readonly CpuUse[], answered: number): CpuUse {
  if (first === undefined) throw new Error("no round was measured");
  const total = others.reduce((all, cpu) => mapCpu(all, (milliseconds, group) => milliseconds + cpu[group]), first);
  return mapCpu(total, (milliseconds) => milliseconds / answered);
}

export function addUp(counts: readonly Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [what, count] of counts.flatMap(Object.entries)) total[what] = (total[what] ?? 0) + count;
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
