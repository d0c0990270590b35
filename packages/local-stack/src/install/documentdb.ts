import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheDir, packageFile } from "../paths";
import { Problem } from "../problem";
import { run } from "../run";
import { findDebianMirror } from "./apt";
import { publishFolder } from "./publish";

/** A small Debian of its own, because PostgreSQL 18 with the DocumentDB extension is only in Debian's newer release. */
export const documentdbRoot = join(cacheDir, "documentdb-pg18");

export function isDocumentdbInstalled(): boolean {
  return existsSync(documentdbRoot);
}

export async function installDocumentdb(): Promise<void> {
  if (process.getuid?.() !== 0) {
    throw new Problem("the PostgreSQL for FerretDB is not installed, and only root can install it", {
      remedy: `sudo --preserve-env=PATH ERP_CACHE_DIR=${join(cacheDir, "..")} npx tsx packages/local-stack/src/cli.ts install`,
    });
  }
  await publishFolder(documentdbRoot, async (folder) => {
    // A mount namespace of its own: whatever the script mounts vanishes with it, even when it is killed.
    await run("unshare", ["--mount", "bash", packageFile("native/install-documentdb.sh"), folder, findDebianMirror()]);
  });
}
