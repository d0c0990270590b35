/**
 * `npm run infra:synth [-- --environment dev]`: Terraform's JSON of every stack, below `.local/infra/stacks`. With
 * `--local-state` the bootstrap stack keeps its state beside it, for the one apply before the bucket is there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "../aws/app";
import { listResources, readStacks, type StackJson, stackFolder } from "../aws/parts/read-stacks";
import { stackNames } from "../aws/parts/stack";
import type { Environment } from "../environments/environment";
import { chosenEnvironments } from "./arguments";
import { outputRoot, print } from "./output";

export function synthesizeTo(environment: Environment): string {
  const folder = join(outputRoot, "stacks", environment.name);
  buildApp(environment, folder).synth();
  return folder;
}

export function runSynth(args: readonly string[]): void {
  for (const environment of chosenEnvironments(args)) {
    const folder = synthesizeTo(environment);
    if (args.includes("--local-state")) keepBootstrapLocal(folder);
    const resources = listResources(readStacks(folder));
    print(`${environment.name}: ${stackNames.length} stacks, ${resources.length} resources in ${folder}`);
  }
}

function keepBootstrapLocal(folder: string): void {
  const file = join(stackFolder(folder, "bootstrap"), "cdk.tf.json");
  const stack = JSON.parse(readFileSync(file, "utf8")) as StackJson;
  stack.terraform.backend = { local: {} };
  writeFileSync(file, JSON.stringify(stack, null, 2));
}
