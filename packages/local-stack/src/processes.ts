/** Processes that outlive the command that started them, each with a record by which exactly it can be stopped later. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "./profiles";
import { tail } from "./run";
import { waitUntil } from "./wait";

export interface Command {
  file: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
}

export interface ProcessRecord {
  name: string;
  pid: number;
  /** Pids are used again by the system; pid and start time together name one process. */
  startTime: string;
  command: string[];
  log: string;
  startedAt: string;
}

let isLeaving = false;

/** After Ctrl-C a start that is under way must not bring up anything more. */
export function refuseNewProcesses(): void {
  isLeaving = true;
}

export function isInterrupted(): boolean {
  return isLeaving;
}

export function startProcess(profile: Profile, name: string, command: Command): ProcessRecord {
  if (isLeaving) throw new Error(`${name} is not started any more: the command was interrupted`);
  mkdirSync(profile.logDir, { recursive: true });
  mkdirSync(profile.runDir, { recursive: true });
  const log = logFile(profile, name);
  if (existsSync(log)) renameSync(log, `${log}.before`);
  const output = openSync(log, "a");
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    detached: true,
    stdio: ["ignore", output, output],
  });
  child.on("error", (error) => writeFileSync(log, `${error.message}\n`, { flag: "a" }));
  child.unref();
  const pid = child.pid ?? -1;
  const record = {
    name,
    pid,
    startTime: readStartTime(pid) ?? "",
    command: [command.file, ...command.args],
    log,
    startedAt: new Date().toISOString(),
  };
  writeFileSync(recordFile(profile, name), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/** The recorded process if it still runs; a record of a dead process is nobody. */
export function findProcess(profile: Profile, name: string): ProcessRecord | undefined {
  const file = recordFile(profile, name);
  if (!existsSync(file)) return undefined;
  const record = JSON.parse(readFileSync(file, "utf8")) as ProcessRecord;
  return isSameProcess(record) ? record : undefined;
}

export function listProcesses(profile: Profile): ProcessRecord[] {
  if (!existsSync(profile.runDir)) return [];
  return readdirSync(profile.runDir)
    .filter((file) => file.endsWith(".json"))
    .map((file) => findProcess(profile, file.slice(0, -".json".length)))
    .filter((record) => record !== undefined);
}

/** Asks the process to end, and ends it with its children when it does not within the given time. */
export async function stopProcess(
  profile: Profile,
  name: string,
  { signal = "SIGTERM" as NodeJS.Signals, timeoutMs = 20_000 } = {},
): Promise<boolean> {
  const record = findProcess(profile, name);
  if (record) {
    kill(record.pid, signal);
    const hasEnded = await waitUntil(() => !isSameProcess(record), { timeoutMs, everyMs: 30 });
    if (!hasEnded) {
      kill(-record.pid, "SIGKILL");
      await waitUntil(() => !isSameProcess(record), { timeoutMs: 5_000 });
    }
  }
  rmSync(recordFile(profile, name), { force: true });
  return record !== undefined;
}

export function readLogTail(profile: Profile, name: string, lines = 25): string {
  const file = logFile(profile, name);
  return existsSync(file) ? tail(readFileSync(file, "utf8"), lines) : "";
}

export function logFile(profile: Profile, name: string): string {
  return join(profile.logDir, `${name}.log`);
}

function recordFile(profile: Profile, name: string): string {
  return join(profile.runDir, `${name}.json`);
}

function isSameProcess(record: ProcessRecord): boolean {
  const startTime = readStartTime(record.pid);
  return startTime !== undefined && startTime === record.startTime;
}

/** Start time as the system counts it; undefined when there is no such process (a zombie counts as none). */
function readStartTime(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name is in parentheses and may contain anything; the fields after it are plain.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone, which is what we want.
  }
}
