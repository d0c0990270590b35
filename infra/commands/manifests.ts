/**
 * `npm run infra:manifests -- --environment dev --values values.json`: Kubernetes' objects, one file a chart, below
 * `.local/infra/manifests`. The values are Terraform's outputs and the images' digests (infra/pipeline/scripts).
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeManifests } from "../k8s/app";
import { clusterValues } from "../k8s/values";
import { chosenEnvironment } from "./arguments";
import { outputRoot, print } from "./output";

export async function runManifests(args: readonly string[]): Promise<void> {
  const environment = chosenEnvironment(args);
  const { values: file } = parseArgs({
    args: [...args],
    options: { values: { type: "string" } },
    strict: false,
  }).values;
  if (typeof file !== "string") throw new Error("--values names the file with Terraform's outputs and the images");
  const values = clusterValues.parse(JSON.parse(readFileSync(file, "utf8")));
  const folder = join(outputRoot, "manifests", environment.name);
  rmSync(folder, { recursive: true, force: true });
  await writeManifests(environment, values, folder);
  print(folder);
}
