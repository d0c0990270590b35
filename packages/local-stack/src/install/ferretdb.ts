import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "../paths";
import { requireProgram, run } from "../run";
import { publishFolder } from "./publish";

const version = "2.7.0";
const home = join(cacheDir, `ferretdb-${version}`);
export const ferretdbBinary = join(home, "ferretdb");

export function isFerretdbInstalled(): boolean {
  return existsSync(ferretdbBinary);
}

export async function installFerretdb(): Promise<void> {
  const go = requireProgram("go", "install Go 1.24 or newer, or mongod, or start a Docker engine");
  await publishFolder(home, async (folder) => {
    const env = { ...process.env, GOBIN: folder, GOFLAGS: "" };
    await run(go, ["install", `github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v${version}`], { env });
  });
}
