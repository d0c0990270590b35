import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { surroundings } from "../environments/env";

export type Terraform = {
  version: string;
  /** The mirror's root, as Terraform's `filesystem_mirror` wants it. */
  mirror: string;
  /** The version of the AWS provider that lies there, and its program. */
  awsVersion: string;
  awsProvider: string;
};

/** Where Terraform itself would look, and where machines without a way out tend to keep things. */
const usualPlaces = [
  "/opt",
  join(surroundings.home, ".terraform.d/plugins"),
  join(surroundings.home, ".local/share/terraform/plugins"),
  "/usr/local/share/terraform/plugins",
  "/usr/share/terraform/plugins",
];
const SEARCH_DEPTH = 4;

/** Terraform with a local AWS provider, or the reason why there is none. Nothing is downloaded. */
export function findTerraform(): Terraform | { missing: string } {
  const answer = spawnSync("terraform", ["version", "-json"], { encoding: "utf8" });
  if (answer.status !== 0) return { missing: "terraform is not on the PATH" };
  const { terraform_version: version } = JSON.parse(answer.stdout) as { terraform_version: string };
  const places = surroundings.pluginFolder ? [surroundings.pluginFolder] : usualPlaces;
  for (const place of places) {
    const found = findMirror(place, SEARCH_DEPTH);
    if (found) return { version, ...found };
  }
  return { missing: `no mirror with hashicorp/aws below ${places.join(", ")}; ERP_TF_PLUGIN_DIR names another place` };
}

/** A mirror's root is the folder above `<host>/hashicorp/aws/<version>`. */
function findMirror(folder: string, depth: number): Omit<Terraform, "version"> | undefined {
  const children = listFolders(folder);
  for (const host of children) {
    const aws = join(folder, host, "hashicorp/aws");
    const versions = listFolders(aws).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
    const awsVersion = versions.sort(byVersion).at(-1);
    const awsProvider = awsVersion && findProgram(join(aws, awsVersion));
    if (awsVersion && awsProvider) return { mirror: folder, awsVersion, awsProvider };
  }
  if (depth === 0) return undefined;
  for (const child of children) {
    const found = findMirror(join(folder, child), depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** One folder a platform, the program in it. */
function findProgram(version: string): string | undefined {
  return listFolders(version)
    .flatMap((platform) => readdirSync(join(version, platform)).map((file) => join(version, platform, file)))
    .find((path) => path.includes("terraform-provider-aws"));
}

function listFolders(folder: string): string[] {
  try {
    if (!existsSync(folder)) return [];
    return readdirSync(folder).filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory());
  } catch {
    // Not ours to read.
    return [];
  }
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
