import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const infraRoot = fileURLToPath(new URL("..", import.meta.url));
export const repoRoot = fileURLToPath(new URL("../..", import.meta.url));
/** What the commands write: outside of what git tracks. */
export const outputRoot = join(repoRoot, ".local/infra");

/** A line for people, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
