import { report, step } from "@erp/local-stack/progress";
import { pick } from "./data/scatter";
import { measureJourneys } from "./journeys";
import { type Floor, measureFloor } from "./measure/floor";
import { readMemory } from "./measure/usage";
import { lists } from "./operations/lists";
import { measureOperation } from "./operations/measure-operation";
import type { Operation } from "./operations/operation";
import { operations } from "./operations/operations";
import type { Part, Plan } from "./options";
import { call } from "./portal/session";
import type {
  BenchResult,
  CompanyDayResult,
  JourneyResult,
  LoadedArchive,
  OperationResult,
  ScaleResult,
} from "./results";
import { growArchive, type Stage } from "./stage";
import { measureCompanyDay } from "./working-day/company-day";
import { workingDayOperations } from "./working-day/operations";
import { gatherWorkforce } from "./working-day/workforce";

export type Measured = Pick<
  BenchResult,
  "floor" | "operations" | "journeys" | "scale" | "loads" | "companyDay" | "memory"
>;

/** The floor's load; the aims speak of as many. */
const FLOOR_CONNECTIONS = 50;

/** They need the whole company signed in. */
const workingDayParts: readonly Part[] = ["check-in", "balance", "quest-list", "dashboard", "company-day"];

/**
 * Everything the plan asks for, from the smallest archive to the largest. What is known after each of them is given to
 * `keep`: an hour's figures must not be lost because the last quarter of it fails.
 */
export async function measureAll(stage: Stage, keep: (soFar: Measured) => void): Promise<Measured> {
  const { plan } = stage;
  const loads: LoadedArchive[] = [];
  const scale: ScaleResult[] = [];
  const underLoad: OperationResult[] = [];
  const journeys: JourneyResult[] = [];
  let companyDay: CompanyDayResult | null = null;
  const floor = await step("the floor", () => measureOwnFloor(stage));
  const soFar = (): Measured => {
    const memory = { web: readMemory("web"), workers: readMemory("workers") };
    return { floor, operations: underLoad, journeys, scale, loads, companyDay, memory };
  };
  for (const documents of sizesToVisit(plan)) {
    loads.push({ documents, seconds: await growArchive(stage, documents) });
    if (plan.parts.includes("scale")) scale.push(...(await measureLists(stage)));
    if (documents === plan.operationsSize) {
      // Before the load, which leaves long boxes behind.
      if (plan.parts.includes("journeys")) journeys.push(...(await step("journeys", () => measureJourneys(stage))));
      underLoad.push(...(await measureUnderLoad(stage, operations)));
      const day = await measureWorkingDay(stage);
      underLoad.push(...day.operations);
      companyDay = day.companyDay;
    }
    keep(soFar());
  }
  return soFar();
}

async function measureWorkingDay(stage: Stage): Promise<Pick<Measured, "operations" | "companyDay">> {
  const { parts } = stage.plan;
  if (!parts.some((part) => workingDayParts.includes(part))) return { operations: [], companyDay: null };
  const workforce = await gatherWorkforce(stage);
  return {
    operations: await measureUnderLoad(stage, workingDayOperations(workforce)),
    companyDay: parts.includes("company-day") ? await measureCompanyDay(stage, workforce) : null,
  };
}

function sizesToVisit({ parts, sizes, operationsSize }: Plan): readonly number[] {
  return parts.includes("scale") ? sizes : [operationsSize];
}

/** Answers what the directory answers, so that both move the same bytes. */
async function measureOwnFloor({ plan, people }: Stage): Promise<Floor> {
  const page = await call(pick(people, 0), "employees.list", {});
  const { rounds, secondsPerRound: seconds } = plan;
  return measureFloor({ answer: JSON.stringify(page), connections: FLOOR_CONNECTIONS, seconds, rounds });
}

async function measureLists(stage: Stage): Promise<ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const list of lists) {
    const measured = await measureOperation(stage, list, [stage.plan.scaleConnections]);
    results.push(...measured.map((result) => ({ ...result, documents: stage.documents })));
    reportEach(measured);
  }
  return results;
}

async function measureUnderLoad(stage: Stage, all: readonly Operation[]): Promise<OperationResult[]> {
  const results: OperationResult[] = [];
  for (const operation of all.filter(({ part }) => stage.plan.parts.includes(part))) {
    const measured = await measureOperation(stage, operation, stage.plan.connections);
    results.push(...measured);
    reportEach(measured);
  }
  return results;
}

/** Somebody may be watching. */
function reportEach(results: readonly OperationResult[]): void {
  for (const { title, connections, requestsPerSecond, p50, p99, refused } of results) {
    const figures = `${Math.round(requestsPerSecond.median)}/s, p50 ${p50.median.toFixed(1)}, p99 ${p99.median.toFixed(1)} ms`;
    report(
      `  ${title}, ${connections} connections: ${figures}${Object.keys(refused).length > 0 ? ` ${JSON.stringify(refused)}` : ""}`,
    );
  }
}
