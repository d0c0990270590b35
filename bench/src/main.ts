/** `npm run bench`: everything in one run on one machine, beside a floor; see README.md. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openRuntime } from "@erp/domain/runtime";
import { silentLog } from "@erp/telemetry/log";
import { type BenchEnv, readBenchEnv } from "./env";
import { describeMachine } from "./measure/machine";
import { measureAll } from "./measure-all";
import { type Plan, readPlan, usage } from "./options";
import { reportOf } from "./report/markdown";
import type { BenchResult } from "./results";
import { prepareStage } from "./stage";

const resultsFolder = fileURLToPath(new URL("../results/", import.meta.url));

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return console.log(usage);
  const plan = readPlan(args);
  const env = readBenchEnv();
  refuseForeignData(env);
  const about = { measuredAt: new Date().toISOString(), machine: describeMachine() };
  const runtime = await openRuntime(env, silentLog);
  try {
    const stage = await prepareStage(runtime.contextFor({ kind: "system", name: "bench" }), env, plan);
    const measured = await measureAll(stage, (soFar) => keep({ ...about, ...plan, ...soFar }, plan));
    console.log(`\n${reportOf({ ...about, ...plan, ...measured })}`);
  } finally {
    await runtime.close();
  }
}

/** The archive is emptied before it is filled; that must never happen to documents somebody needs. */
function refuseForeignData({ ERP_SERVERS, MONGO_URL }: BenchEnv): void {
  if (ERP_SERVERS !== "external" || new URL(MONGO_URL).pathname.includes("bench")) return;
  throw new Error(
    'all documents are removed before measuring: on servers of your own, use a database with "bench" in its name',
  );
}

/** Keeps the figures for programs, and the report as well when it is to be committed. */
function keep(result: BenchResult, { isRecorded }: Plan): void {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(`${resultsFolder}latest.json`, `${JSON.stringify(result, null, 2)}\n`);
  if (isRecorded) writeFileSync(`${resultsFolder}${result.measuredAt.slice(0, 10)}.md`, reportOf(result));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
