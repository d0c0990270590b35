/** The parts of `npm test`: what each runs and how it is counted. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { infraRoot, installInfra } from "../install/infra";
import { localRoot, repoRoot } from "../paths";
import { report } from "../progress";
import { runAnyway } from "../run";
import { addCounts, type Counts, countReport, noCounts, type VitestReport } from "./counts";

export interface Part {
  name: string;
  /** Whether it talks to the servers of the test profile. */
  needsServers: boolean;
  run(): Promise<Counts>;
}

const bin = join(repoRoot, "node_modules/.bin");

export const parts: Part[] = [
  {
    name: "types",
    needsServers: false,
    run: () => runCheck(`${bin}/turbo`, ["run", "types", "--output-logs=errors-only"]),
  },
  { name: "lint", needsServers: false, run: () => runCheck(`${bin}/biome`, ["check", "."]) },
  { name: "boundaries", needsServers: false, run: () => runCheck(`${bin}/turbo`, ["boundaries"]) },
  { name: "structure", needsServers: false, run: runStructure },
  { name: "unit", needsServers: false, run: () => runVitest("unit") },
  { name: "infra", needsServers: false, run: runInfra },
  { name: "integration", needsServers: true, run: () => runVitest("integration") },
  { name: "pipeline", needsServers: true, run: () => runVitest("pipeline") },
  { name: "e2e", needsServers: true, run: () => runVitest("e2e") },
];

export const checkParts = ["types", "lint", "boundaries", "structure", "unit"];

/** A tool that is right or wrong as a whole counts as one. */
async function runCheck(file: string, args: string[]): Promise<Counts> {
  const { code } = await runAnyway(file, args, { cwd: repoRoot, show: true, env: quietEnvironment() });
  return code === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
}

async function runStructure(): Promise<Counts> {
  const { stdout, output } = await runAnyway(`${bin}/tsx`, ["scripts/structure.ts"], { cwd: repoRoot });
  process.stdout.write(output);
  const [, passed, failed] = stdout.match(/^(\d+) checks passed, (\d+) failed$/m) ?? [];
  return { passed: Number(passed ?? 0), failed: failed === undefined ? 1 : Number(failed), skipped: 0 };
}

/** infra/ brings its own packages, its own types and its own vitest. */
async function runInfra(): Promise<Counts> {
  await installInfra();
  const types = await runCheck(join(infraRoot, "node_modules/.bin/tsc"), ["--noEmit", "--project", infraRoot]);
  return addCounts(types, await runVitestIn(infraRoot, "infra", []));
}

function runVitest(project: string): Promise<Counts> {
  return runVitestIn(repoRoot, project, ["--project", project]);
}

async function runVitestIn(folder: string, name: string, filters: string[]): Promise<Counts> {
  const file = join(localRoot, "reports", `${name}.json`);
  mkdirSync(join(localRoot, "reports"), { recursive: true });
  rmSync(file, { force: true });
  const args = ["run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await runAnyway(join(folder, "node_modules/.bin/vitest"), args, {
    cwd: folder,
    show: true,
    env: quietEnvironment(),
  });
  if (!existsSync(file)) report(`vitest left no report; it returned ${code} ${output}`);
  const counts = readReport(file);
  // An error outside of any test, such as an unhandled rejection, fails the run without failing a test.
  const hasHiddenFailure = code !== 0 && counts.failed === 0;
  return hasHiddenFailure ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string): Counts {
  try {
    return countReport(JSON.parse(readFileSync(file, "utf8")) as VitestReport);
  } catch {
    return noCounts;
  }
}

/** Tools that would call home or talk about their own future do neither. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    VITE_CONFIG_NATIVE_IGNORE_WARNING: "true",
  };
}
