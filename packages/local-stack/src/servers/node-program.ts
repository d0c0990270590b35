import type { Command } from "../processes";

const tsx = import.meta.resolve("tsx");

/** Runs one of this package's own TypeScript programs in one process, without a build. */
export function nodeProgram(name: string, options: Omit<Command, "file" | "args">): Command {
  const program = new URL(`../programs/${name}.ts`, import.meta.url).pathname;
  return { file: process.execPath, args: ["--import", tsx, program], ...options };
}
