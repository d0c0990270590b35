/** The commands of the project, once node_modules is there; bin/portal.mjs and package.json lead here. */
import { runBench } from "./commands/bench";
import { runDev } from "./commands/dev";
import { runDoctor } from "./commands/doctor";
import { runInfraCommand } from "./commands/infra";
import { runServersCommand } from "./commands/servers";
import { runStart } from "./commands/start";
import { runStatus } from "./commands/status";
import { runReset, runStop } from "./commands/stop";
import { runTest } from "./commands/test";
import { runWorkersCommandLine } from "./commands/workers-command";
import { installServers } from "./install/install";
import { describeProblem, Problem } from "./problem";

const commands: Record<string, (args: string[]) => Promise<number>> = {
  start: runStart,
  stop: runStop,
  status: runStatus,
  reset: runReset,
  doctor: runDoctor,
  dev: runDev,
  test: runTest,
  bench: runBench,
  infra: runInfraCommand,
  command: runWorkersCommandLine,
  servers: runServersCommand,
  install: async (args) => {
    await installServers({ withBrowser: args.includes("--browser") });
    return 0;
  },
};

async function main(): Promise<number> {
  const [name = "", ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command) return command(args);
  throw new Problem(name ? `there is no command "${name}"` : "no command given", {
    remedy: `one of: ${Object.keys(commands).join(", ")}`,
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${describeProblem(error)}\n`);
    process.exit(1);
  },
);
