import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { cacheDir } from "../paths";

/**
 * Makes a folder of the cache complete or not at all: the work happens in a folder beside it,
 * which takes the final name only when everything succeeded. A run that was killed leaves no half-installed server.
 */
export async function publishFolder(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  mkdirSync(cacheDir, { recursive: true });
  const work = mkdtempSync(join(cacheDir, `.${basename(target)}-`));
  try {
    await fill(work);
    renameSync(work, target);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}
