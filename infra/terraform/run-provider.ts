import { type ChildProcess, spawn } from "node:child_process";

/** An AWS provider that several runs of Terraform share. */
export type RunningProvider = {
  /** What TF_REATTACH_PROVIDERS has to say. */
  reattach: string;
  stop(): void;
};

const PATIENCE_MS = 60_000;
const announcement = /TF_REATTACH_PROVIDERS='([^']+)'/;

/**
 * Starts the provider once, in the mode that is made for debuggers: Terraform otherwise starts its 700 MB several times a
 * run, which is three quarters of the time. Undefined when it does not come up so; then Terraform starts its own.
 */
export function startProvider(program: string): Promise<RunningProvider | undefined> {
  const child = spawn(program, ["-debug"], { stdio: ["ignore", "pipe", "ignore"] });
  const stop = () => void child.kill();
  // Nobody else would end it when this process is ended first.
  process.once("exit", stop);
  return new Promise((resolve) => {
    const giveUp = () => {
      stop();
      resolve(undefined);
    };
    const patience = setTimeout(giveUp, PATIENCE_MS);
    child.once("error", giveUp);
    child.once("exit", giveUp);
    onOutput(child, (output) => {
      const reattach = announcement.exec(output)?.[1];
      if (!reattach) return;
      clearTimeout(patience);
      resolve({ reattach, stop });
    });
  });
}

function onOutput(child: ChildProcess, read: (output: string) => void): void {
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
    read(output);
  });
}
