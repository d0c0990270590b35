/** `npm run infra:synth [-- --environment dev]`: Terraform's JSON of every stack, below `.local/infra/stacks`. */
import { join } from "node:path";
import { buildApp } from "../aws/app";
import { listResources, readStacks } from "../aws/parts/read-stacks";
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
    const resources = listResources(readStacks(folder));
    print(`${environment.name}: ${stackNames.length} stacks, ${resources.length} resources in ${folder}`);
  }
}
