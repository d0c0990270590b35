import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Environment } from "../environment";
import { repoRoot } from "../paths";
import { listRunningPieces, parseDemoCompany, stopPiecesExcept } from "../portal";
import { report, step } from "../progress";
import { run } from "../run";
import { startServers } from "../servers";
import { describePortal } from "./start";

const tsx = join(repoRoot, "node_modules/.bin/tsx");

/** `npm run dev`: the programs from their sources, restarted at every change; servers and data are the demo's. */
export async function runDev(): Promise<number> {
  const before = await listRunningPieces("demo");
  const environment = await startServers("demo");
  await step("databases are migrated", () => runFromSource(environment, "migrate"));
  const company = await step("the demo company is there", () => runFromSource(environment, "demo:load"));
  process.stdout.write(describePortal({ environment, ...parseDemoCompany(company) }));
  report("watching the sources; Ctrl-C stops everything");
  const children = [
    watch("apps/workers", "src/main.ts", { ...environment, WORKERS: "all" }),
    watch("apps/web", "src/server.ts", environment),
  ];
  // Ctrl-C reaches the children by itself; waiting for them lets them finish their work.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => {
    for (const child of children) child.kill();
  });
  await Promise.all(children.map((child) => once(child, "exit")));
  await stopPiecesExcept("demo", before);
  return 0;
}

function runFromSource(environment: Environment, command: string): Promise<string> {
  const env = { ...process.env, ...environment };
  return run(tsx, ["src/commands.ts", command], { cwd: join(repoRoot, "apps/workers"), env });
}

function watch(folder: string, entry: string, environment: Record<string, string>): ChildProcess {
  const env = { ...process.env, ...environment, NODE_ENV: "development" };
  return spawn(tsx, ["watch", "--clear-screen=false", entry], { cwd: join(repoRoot, folder), env, stdio: "inherit" });
}
