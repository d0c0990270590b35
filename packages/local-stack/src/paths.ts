import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repoRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** Folder of everything that lives only on this machine; ignored by git. */
export const localRoot = join(repoRoot, ".local");

/** Installed servers are big and equal for every clone, so they live outside the clone. */
export const cacheDir = join(
  process.env.ERP_CACHE_DIR ?? process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
  "erp-local-stack",
);

/** A file of this package that is not TypeScript, such as a shell script. */
export function packageFile(...path: string[]): string {
  return join(repoRoot, "packages", "local-stack", ...path);
}
