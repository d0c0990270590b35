/** `npm run infra:validate [-- --environment dev]`: `terraform validate` and a mocked apply of every stack, without an account. */
import { join } from "node:path";
import { readStacks } from "../aws/parts/read-stacks";
import { stackNames } from "../aws/parts/stack";
import { findTerraform } from "../terraform/find-terraform";
import { applyMocked, initialize, type Outcome, prepareFolder, validate } from "../terraform/run-terraform";
import { chosenEnvironments } from "./arguments";
import { outputRoot, print } from "./output";
import { synthesizeTo } from "./synth";

export async function runValidate(args: readonly string[]): Promise<void> {
  const terraform = findTerraform();
  if ("missing" in terraform) throw new Error(terraform.missing);
  for (const { name, ...environment } of chosenEnvironments(args)) {
    const stacks = readStacks(synthesizeTo({ name, ...environment }));
    for (const stack of stackNames) {
      const folder = join(outputRoot, "terraform", name, stack);
      prepareFolder(folder, stacks[stack], terraform);
      for (const step of [initialize, validate, applyMocked]) requireOk(`${name}/${stack}`, await step(folder));
      print(`✓ ${name}/${stack}`);
    }
  }
}

function requireOk(subject: string, { ok, output }: Outcome): void {
  if (!ok) throw new Error(`${subject}\n${output}`);
}
