/** The commands of the project, once node_modules is there. Usage: see the list at the end. */
import { runServersCommand } from "./commands/servers";
import { installServers } from "./install/install";
import { describeProblem, Problem } from "./problem";

const commands: Record<string, (args: string[]) => Promise<number>> = {
  servers: runServersCommand,
  install: async (args) => {
    await installServers({ withBrowser: args.includes("--browser") });
    return 0;
  },
};

async function main(): Promise<number> {
  const [name = "", ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    throw new Problem(name ? `there is no command "${name}"` : "no command given", {
      remedy: `one of: ${Object.keys(commands).join(", ")}`,
    });
  }
  return command(args);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${describeProblem(error)}\n`);
    process.exit(1);
  },
);
