/** The product's two programs, web and workers, run as they run in production: built, with their environment from outside. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment";
import { repoRoot } from "./paths";
import { describePortHolder, isPortTaken } from "./ports";
import { Problem } from "./problem";
import { findProcess, logFile, type ProcessRecord, readLogTail, startProcess, stopProcess } from "./processes";
import { findProfile, type ProfileName } from "./profiles";
import { run, tail } from "./run";
import { answersHttp, waitUntil } from "./wait";

export const programNames = ["workers", "web"] as const;
export type ProgramName = (typeof programNames)[number];

interface Program {
  folder: string;
  entry: string;
  port: (environment: Environment) => number;
  settings: Record<string, string>;
}

const programs: Record<ProgramName, Program> = {
  workers: {
    folder: join(repoRoot, "apps/workers"),
    entry: "dist/main.js",
    port: (environment) => Number(environment.WORKERS_HEALTH_PORT),
    settings: { WORKERS: "all" },
  },
  web: {
    folder: join(repoRoot, "apps/web"),
    entry: "dist/server.js",
    port: (environment) => Number(environment.WEB_PORT),
    // As in the cluster: answers die young, and room for them spares the collector a sixth of the CPU of a list.
    settings: { NODE_OPTIONS: "--max-semi-space-size=32" },
  },
};

export interface ProgramStatus {
  name: ProgramName;
  port: number;
  pid: number | undefined;
  isHealthy: boolean;
}

/** Turbo knows from the inputs' content what is built already, so this is quick when nothing changed. */
export async function buildPrograms(): Promise<void> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };
  const turbo = join(repoRoot, "node_modules/.bin/turbo");
  await run(turbo, ["run", "build", "--output-logs=new-only", "--log-order=grouped"], {
    cwd: repoRoot,
    env,
    remedy: "npm run types shows the mistakes in the sources; npm run build repeats the build",
  });
}

/** Runs one of the workers' commands, such as `migrate`, to its end and returns what it printed. */
export async function runWorkersCommand(
  environment: Environment,
  args: string[],
  { show = false } = {},
): Promise<string> {
  const { folder } = programs.workers;
  requireBuilt(join(folder, "dist/commands.js"));
  return run(process.execPath, ["--enable-source-maps", "dist/commands.js", ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", ...environment },
    show,
  });
}

const OTHER_PORTS = "choose other ports: ERP_PORT_OFFSET=5000 npm start";

/**
 * Browsers take these for ports of other protocols and open none of them, nor does `fetch`
 * (https://fetch.spec.whatwg.org/#port-blocking); those that ERP_PORT_OFFSET can lead to.
 */
const blockedPorts = new Set([
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);

export async function startProgram(
  profileName: ProfileName,
  name: ProgramName,
  environment: Environment,
  settings: Record<string, string> = {},
): Promise<void> {
  const profile = findProfile(profileName);
  const program = programs[name];
  const port = program.port(environment);
  if (blockedPorts.has(port)) {
    throw new Problem(`no browser opens port ${port}, which ${name} would have`, { remedy: OTHER_PORTS });
  }
  const entry = join(program.folder, program.entry);
  requireBuilt(entry);
  if (isOfEarlierBuild(findProcess(profile, name), entry)) await stopProgram(profileName, name);
  if (!findProcess(profile, name)) {
    if (await isPortTaken(port)) {
      throw new Problem(`port ${port} of ${name} is taken by ${describePortHolder(port)}`, {
        remedy: `stop that program, or ${OTHER_PORTS}`,
      });
    }
    startProcess(profile, name, {
      file: process.execPath,
      args: ["--enable-source-maps", program.entry],
      cwd: program.folder,
      env: { NODE_ENV: "production", ...environment, ...program.settings, ...settings },
    });
  }
  await waitUntilProgramReady(profileName, name, port);
}

/** What was built since a program started is not what it runs. */
function isOfEarlierBuild(running: ProcessRecord | undefined, entry: string): boolean {
  return running !== undefined && statSync(entry).mtime > new Date(running.startedAt);
}

export async function stopProgram(profileName: ProfileName, name: ProgramName): Promise<boolean> {
  return stopProcess(findProfile(profileName), name, { timeoutMs: 30_000 });
}

export function readProgramStatus(profileName: ProfileName, environment: Environment): Promise<ProgramStatus[]> {
  return Promise.all(
    programNames.map(async (name) => {
      const port = programs[name].port(environment);
      const pid = findProcess(findProfile(profileName), name)?.pid;
      return { name, port, pid, isHealthy: pid !== undefined && (await answersHttp(readyUrl(port))) };
    }),
  );
}

async function waitUntilProgramReady(profileName: ProfileName, name: ProgramName, port: number): Promise<void> {
  const profile = findProfile(profileName);
  const isRunning = () => findProcess(profile, name) !== undefined;
  await waitUntil(async () => !isRunning() || (await answersHttp(readyUrl(port))), { timeoutMs: 90_000 });
  if (isRunning() && (await answersHttp(readyUrl(port)))) return;
  throw new Problem(
    isRunning() ? `${name} is not ready: ${await explainUnready(port)}` : `${name} ended right after its start`,
    {
      details: readLogTail(profile, name),
      remedy: `the whole log is ${logFile(profile, name)}; npm run status shows the servers it needs`,
    },
  );
}

/** The body of /readyz names the store that does not answer. */
async function explainUnready(port: number): Promise<string> {
  try {
    const response = await fetch(readyUrl(port), { signal: AbortSignal.timeout(5_000) });
    return `${response.status} ${tail(await response.text(), 5)}`;
  } catch (error) {
    return `no answer from ${readyUrl(port)} (${error instanceof Error ? error.message : String(error)})`;
  }
}

function readyUrl(port: number): string {
  return `http://127.0.0.1:${port}/readyz`;
}

function requireBuilt(file: string): void {
  if (!existsSync(file)) throw new Problem(`${file} is not built`, { remedy: "npm run build" });
}
