import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LeaveProcessOptions } from "./leave-process";
import type { WorkerProcessOptions } from "./worker-process";

export type WorkerProcess = {
  kill(signal: NodeJS.Signals): void;
  /** The code it ended with, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
};

/** Resolves when the process has joined its group, or leads where it only relays. */
export function startWorkerProcess(options: WorkerProcessOptions): Promise<WorkerProcess> {
  return startProgram("./worker-process.ts", options);
}

/** Resolves when the process has joined its group, or has ended. */
export function startLeaveProcess(options: LeaveProcessOptions): Promise<WorkerProcess> {
  return startProgram("./leave-process.ts", options);
}

async function startProgram(file: string, options: object): Promise<WorkerProcess> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", entry, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code ?? 0));
  });
  const ready = new Promise<void>((resolve) =>
    child.stdout.on("data", (text) => String(text).includes("ready") && resolve()),
  );
  await Promise.race([ready, ended]);
  return { kill: (signal) => child.kill(signal), ended };
}
