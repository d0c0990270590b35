import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type TestFile = { path: string; text: string };

/** Rules are named where they are written; a test runs each under that name. */
const holdsTitles = (path: string) =>
  path.endsWith(".test.ts") || path.includes("rules/") || path.endsWith("-rules.ts");

export function readTestFiles(folder: string): TestFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("node_modules") && holdsTitles(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** The file in which a test of that title stands. */
export function fileOfTest(files: readonly TestFile[], title: string): string | undefined {
  return files.find(({ text }) => text.includes(`"${title}"`) || text.includes(`\`${title}\``))?.path;
}
