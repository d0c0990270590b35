import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readEnvironment } from "@erp/local-stack/portal";
import type { Pipeline } from "./pipeline";

export type Program = {
  /** What it has written so far. */
  output: { stdout: string; stderr: string };
  kill(signal: NodeJS.Signals): void;
  /** The code it ended with, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
};

/** The environment of a program that works on the pipeline's own stores, topics and groups. */
export async function environmentOf({ stores, namespace }: Pipeline): Promise<Record<string, string>> {
  const { mysqlUrl, mysqlAdminUrl, mongoUrl, redisUrl } = stores;
  return {
    ...(await readEnvironment("test")),
    MYSQL_URL: mysqlUrl,
    MYSQL_ADMIN_URL: mysqlAdminUrl,
    MONGO_URL: mongoUrl,
    REDIS_URL: redisUrl,
    KAFKA_NAMESPACE: namespace,
    WORKERS_HEALTH_PORT: "0",
  };
}

/** Starts `main.ts` or `commands.ts` as a process of its own, with exactly this environment. */
export function runProgram(entry: "main" | "commands", args: string[], env: Record<string, string>): Program {
  const file = fileURLToPath(new URL(`../${entry}.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (code, signal) => resolve(signal ?? code ?? 0));
  });
  return { output, kill: (signal) => child.kill(signal), ended };
}
