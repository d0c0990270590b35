import { readdirSync, readFileSync } from "node:fs";
import { Problem } from "../problem";
import { report } from "../progress";
import { findProgram, run } from "../run";

let isUpdated = false;

/** Installs Debian packages as root; an ordinary user is told the one command to run. */
export async function installPackages(packages: string[]): Promise<void> {
  if (!findProgram("apt-get")) {
    throw new Problem(`this system has no apt-get to install ${packages.join(", ")}`, {
      remedy:
        "start a Docker engine (npm start then uses compose.yaml), or set ERP_SERVERS=external with the URLs of .env.example",
    });
  }
  if (process.getuid?.() !== 0) {
    throw new Problem(`these packages are missing: ${packages.join(" ")}`, {
      remedy: `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`,
    });
  }
  report(`installing the packages ${packages.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const patience = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];
  if (!isUpdated) await run("apt-get", [...patience, "update", "-q"], { env });
  isUpdated = true;
  await run("apt-get", [...patience, "install", "-y", "-q", "--no-install-recommends", ...packages], { env });
}

/** The Debian mirror that this machine already uses, whatever it is. */
export function findDebianMirror(): string {
  const mirror = readAptSources()
    .flatMap((text) => text.match(/\b(?:https?|file):\/\/\S+/g) ?? [])
    .map((address) => address.replace(/\/$/, ""))
    .find((address) => address.endsWith("/debian"));
  if (mirror) return mirror;
  throw new Problem(
    "the package sources of this machine name no Debian mirror, which FerretDB's PostgreSQL comes from",
    {
      remedy: "install mongod (npm start uses it when it is on PATH), or start a Docker engine",
    },
  );
}

function readAptSources(): string[] {
  const folder = "/etc/apt/sources.list.d";
  const files = ["/etc/apt/sources.list", ...list(folder).map((name) => `${folder}/${name}`)];
  return files.map(readWithoutComments);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readWithoutComments(file: string): string {
  try {
    return readFileSync(file, "utf8").replaceAll(/^\s*#.*$/gm, "");
  } catch {
    return "";
  }
}
