/** The parts of `npm test`: what each runs and how it is counted. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { infraRoot, installInfra } from "../install/infra";
import { localRoot, repoRoot } from "../paths";
import { buildPrograms } from "../programs";
import { report } from "../progress";
import { runAnyway } from "../run";
import { addCounts, type Counts, countReport, noCounts, type VitestReport } from "./counts";

export interface Part {
  name: string;
  /** What it needs of the test profile: nothing, its servers, or the whole portal, with two processors to itself. */
  needs: "nothing" | "servers" | "portal";
  run(output: Output): Promise<Counts>;
}

/** Where what a part's tools print goes: out as it comes, or together at their end, where two parts run side by side. */
export type Output = "as it comes" | "at the end";

const bin = join(repoRoot, "node_modules/.bin");

export const parts: Part[] = [
  { name: "types", needs: "nothing", run: runTypes },
  { name: "lint", needs: "nothing", run: (output) => runCheck(output, `${bin}/biome`, ["check", "."]) },
  { name: "boundaries", needs: "nothing", run: (output) => runCheck(output, `${bin}/turbo`, ["boundaries"]) },
  { name: "structure", needs: "nothing", run: runStructure },
  { name: "unit", needs: "nothing", run: (output) => runVitest(output, "unit") },
  { name: "infra", needs: "nothing", run: runInfra },
  // While the pipeline waits: the screens find the programs built.
  { name: "build", needs: "nothing", run: runBuild },
  // Before the integration: it waits more than it works, and those that need nothing run beside the first.
  { name: "pipeline", needs: "servers", run: (output) => runVitest(output, "pipeline") },
  { name: "integration", needs: "servers", run: (output) => runVitest(output, "integration") },
  { name: "e2e", needs: "portal", run: (output) => runVitest(output, "e2e") },
];

export const checkParts = ["types", "lint", "boundaries", "structure", "unit"];

/** A tool that is right or wrong as a whole counts as one. */
async function runCheck(output: Output, file: string, args: string[]): Promise<Counts> {
  const code = await runTool(output, repoRoot, file, args);
  return code === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
}

/** The packages and workers in one program, which reads each source once; beside it those with types of their own. */
async function runTypes(output: Output): Promise<Counts> {
  const checks = [
    runCheck(output, `${bin}/tsc`, []),
    runCheck(output, `${bin}/turbo`, ["run", "types", "--output-logs=errors-only"]),
  ];
  return (await Promise.all(checks)).reduce(addCounts);
}

async function runStructure(): Promise<Counts> {
  const { stdout, output } = await runAnyway(`${bin}/tsx`, ["scripts/structure.ts"], { cwd: repoRoot });
  process.stdout.write(output);
  const [, passed, failed] = stdout.match(/^(\d+) checks passed, (\d+) failed$/m) ?? [];
  return { ...noCounts, passed: Number(passed ?? 0), failed: failed === undefined ? 1 : Number(failed) };
}

/** infra/ brings its own packages, its own types and its own vitest. */
async function runInfra(output: Output): Promise<Counts> {
  await installInfra();
  const types = await runCheck(output, join(infraRoot, "node_modules/.bin/tsc"), ["--noEmit", "--project", infraRoot]);
  return addCounts(types, await runVitestIn(output, infraRoot, "infra", []));
}

/** Fails with what the build printed. */
async function runBuild(): Promise<Counts> {
  await buildPrograms();
  return { ...noCounts, passed: 1 };
}

function runVitest(output: Output, project: string): Promise<Counts> {
  return runVitestIn(output, repoRoot, project, ["--project", project]);
}

async function runVitestIn(output: Output, folder: string, name: string, filters: string[]): Promise<Counts> {
  const file = join(localRoot, "reports", `${name}.json`);
  mkdirSync(join(localRoot, "reports"), { recursive: true });
  rmSync(file, { force: true });
  const args = ["run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await runTool(output, folder, join(folder, "node_modules/.bin/vitest"), args);
  if (!existsSync(file)) report(`vitest left no report; it returned ${code}`);
  const counts = readReport(file, folder);
  // An error outside of any test, such as an unhandled rejection, fails the run without failing a test.
  const hasHiddenFailure = code !== 0 && counts.failed === 0;
  return hasHiddenFailure ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string, root: string): Counts {
  try {
    return countReport(JSON.parse(readFileSync(file, "utf8")) as VitestReport, root);
  } catch {
    return noCounts;
  }
}

/** Returns the tool's exit code. */
async function runTool(output: Output, cwd: string, file: string, args: string[]): Promise<number> {
  const show = output === "as it comes";
  const { code, output: printed } = await runAnyway(file, args, { cwd, show, env: quietEnvironment() });
  process.stdout.write(printed);
  return code;
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
