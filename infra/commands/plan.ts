/**
 * `npm run infra:plan -- --environment dev`: what Terraform would change, stack after stack in their order, each into a
 * file that `terraform apply` takes. Needs credentials of the account; changes nothing.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { stackFolder } from "../aws/parts/read-stacks";
import { stackNames } from "../aws/parts/stack";
import { chosenEnvironment } from "./arguments";
import { print } from "./output";
import { synthesizeTo } from "./synth";

/** The file beside the stack that `infra/pipeline/scripts/apply-plans.sh` applies. */
export const PLAN_FILE = "approved.tfplan";

export function runPlan(args: readonly string[]): void {
  const environment = chosenEnvironment(args);
  const folder = synthesizeTo(environment);
  for (const stack of stackNames) {
    print(`── ${environment.name}/${stack}`);
    const cwd = stackFolder(folder, stack);
    terraform(cwd, ["init", "-input=false"]);
    terraform(cwd, ["plan", "-input=false", `-out=${PLAN_FILE}`]);
    print(`   ${join(cwd, PLAN_FILE)}`);
  }
}

/** A stack whose predecessor was never applied cannot be planned yet: the first time, plan and apply take turns. */
function terraform(cwd: string, args: string[]): void {
  const { status } = spawnSync("terraform", args, { cwd, stdio: "inherit" });
  if (status !== 0)
    throw new Error(`terraform ${args[0]} ended with ${status ?? "a signal"}; docs/runbook.md, "Bootstrap"`);
}
