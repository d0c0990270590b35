/** The files that the checks look at: what git tracks or would track, as text. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  text: string;
}

/** One finding of a check, ready to be read: where, what is wrong, and what to do instead. */
export type Violation = string;

export interface Check {
  name: string;
  find(files: SourceFile[]): Violation[];
}

const textFile =
  /(\.(ts|tsx|mts|js|mjs|cjs|json|jsonc|md|mdx|yaml|yml|css|html|sh|svg|sql|txt|tf|toml)|(^|\/)(\.ci\/run|Dockerfile[\w.-]*|\.[a-z]+[\w.-]*))$/;

export function readSourceTree(root: string): SourceFile[] {
  const listing = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return listing
    .split("\n")
    .filter((path) => textFile.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|js|mjs|cjs)$/.test(path) && !/\.generated\./.test(path);
}

export function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
