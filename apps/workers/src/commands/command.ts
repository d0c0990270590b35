/** What an operator can run. */
export type Command = {
  name: string;
  /** What stands behind the name: `<topic> --from <ISO time>`. */
  usage: string;
  help: string;
  /** Answers the exit code. Throws `UsageError` for arguments it cannot read. */
  run(args: string[]): Promise<number>;
};

/** The arguments cannot be read; the message says which and how they should be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the command was asked for, on standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What an operator must look at, on standard error. */
export function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
