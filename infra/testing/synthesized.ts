import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../aws/app";
import { listResources, type Resource, readStacks, type Stacks } from "../aws/parts/read-stacks";
import type { Environment, EnvironmentName } from "../environments/environment";
import { environments } from "../environments/environments";

export type Synthesized = { environment: Environment; stacks: Stacks; resources: Resource[] };

const made = new Map<string, Synthesized>();

/** The stacks of an environment as Terraform would read them, synthesized once per process. */
export function synthesize(name: EnvironmentName): Synthesized {
  const known = made.get(name);
  if (known) return known;
  const result = synthesizeEnvironment(environments[name]);
  made.set(name, result);
  return result;
}

export function synthesizeEnvironment(environment: Environment): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), "erp-infra-"));
  buildApp(environment, outdir).synth();
  const stacks = readStacks(outdir);
  return { environment, stacks, resources: listResources(stacks) };
}

/** The resources of a type; fails when there is none, so that a test cannot pass on nothing. */
export function resourcesOf({ resources }: Pick<Synthesized, "resources">, type: string): Resource[] {
  const found = resources.filter((resource) => resource.type === type);
  if (found.length === 0) throw new Error(`there is no ${type}`);
  return found;
}

/** A copy of the resources in which one was changed, to see whether a rule notices. */
export function withChange(
  resources: readonly Resource[],
  which: (resource: Resource) => boolean,
  change: (values: Record<string, unknown>) => void,
): Resource[] {
  const copy = structuredClone(resources) as Resource[];
  const target = copy.find(which);
  if (!target) throw new Error("nothing to change: the test looks for something that is not there");
  change(target.values);
  return copy;
}
