import { existsSync } from "node:fs";
import { join } from "node:path";
import { repoRoot } from "../paths";
import { listRunningPieces, readEnvironment } from "../portal";
import { Problem } from "../problem";
import { buildPrograms, runWorkersCommand } from "../programs";

/** `command <name> [args]`: one of the workers' commands, with the demo's environment. */
export async function runWorkersCommandLine(args: string[]): Promise<number> {
  const environment = await readEnvironment("demo");
  if (process.env.ERP_SERVERS !== "external" && !(await listRunningPieces("demo")).includes("mysql")) {
    throw new Problem("the demo's servers do not run", { remedy: "npm start -- --detach" });
  }
  if (!existsSync(join(repoRoot, "apps/workers/dist/commands.js"))) await buildPrograms();
  await runWorkersCommand(environment, args, { show: true });
  return 0;
}
