/** `npm run infra:validate [-- --environment dev]`: `terraform validate` and a mocked apply of every stack, without an account. */
import { join } from "node:path";
import { readStacks } from "../aws/parts/read-stacks";
import { stackNames } from "../aws/parts/stack";
import type { Environment } from "../environments/environment";
import { findTerraform, type Terraform } from "../terraform/find-terraform";
import { type RunningProvider, startProvider } from "../terraform/run-provider";
import { applyMocked, initialize, type Outcome, prepareFolder, validate } from "../terraform/run-terraform";
import { chosenEnvironments } from "./arguments";
import { outputRoot, print } from "./output";
import { synthesizeTo } from "./synth";

export async function runValidate(args: readonly string[]): Promise<void> {
  const terraform = findTerraform();
  if ("missing" in terraform) throw new Error(terraform.missing);
  const provider = await startProvider(terraform.awsProvider);
  try {
    for (const environment of chosenEnvironments(args)) await validateEnvironment(environment, terraform, provider);
  } finally {
    provider?.stop();
  }
}

async function validateEnvironment(
  environment: Environment,
  terraform: Terraform,
  provider: RunningProvider | undefined,
): Promise<void> {
  const stacks = readStacks(synthesizeTo(environment));
  for (const stack of stackNames) {
    const name = `${environment.name}/${stack}`;
    const folder = join(outputRoot, "terraform", name);
    prepareFolder(folder, stacks[stack], terraform);
    requireOk(name, await initialize(folder));
    requireOk(name, await validate(folder, provider));
    requireOk(name, await applyMocked(folder, provider));
    print(`✓ ${name}`);
  }
}

function requireOk(subject: string, { ok, output }: Outcome): void {
  if (!ok) throw new Error(`${subject}\n${output}`);
}
