/**
 * What operators run: `node dist/commands.js <command>`, or `npm run <command>` at home. Answers go to standard output, problems to
 * standard error; the exit code is 0, 1 when something is wrong, 2 when the command was not understood.
 */
import { type Command, print, UsageError } from "./commands/command";
import { eventCommands } from "./commands/event-commands";
import { leaveCommands } from "./commands/leave-commands";
import { storeCommands } from "./commands/store-commands";

const commands: readonly Command[] = [...storeCommands, ...eventCommands, ...leaveCommands];

function help(): string {
  const lines = commands.map(({ name, usage, help }) => `  ${name} ${usage}`.trimEnd().concat(`\n      ${help}`));
  return ["Usage: commands <command> [arguments]", "", ...lines].join("\n");
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h") {
    print(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) throw new UsageError(`there is no command "${name}"\n\n${help()}`);
  if (args.includes("--help") || args.includes("-h")) {
    print(`Usage: commands ${command.name} ${command.usage}\n\n${command.help}`);
    return 0;
  }
  return command.run(args);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
