import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Command } from "../processes";

/** Found by require and not by import.meta.resolve, which test runners lack. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Runs one of this package's own TypeScript programs in one process, without a build. */
export function nodeProgram(name: string, options: Omit<Command, "file" | "args">): Command {
  const program = fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url));
  return { file: process.execPath, args: ["--import", tsx, program], ...options };
}
