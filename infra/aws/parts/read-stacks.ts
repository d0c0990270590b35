import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type StackName, stackNames } from "./stack";

/** A resource as Terraform reads it. */
export type Resource = { stack: StackName; type: string; id: string; values: Record<string, unknown> };

export type StackJson = {
  terraform: { required_providers: Record<string, { version?: string }>; backend: Record<string, object> };
  provider: Record<string, Record<string, unknown>[]>;
  resource?: Record<string, Record<string, Record<string, unknown>>>;
  data?: Record<string, Record<string, Record<string, unknown>>>;
  output?: Record<string, { value: unknown }>;
};
export type Stacks = Record<StackName, StackJson>;

/** Where cdktn puts a stack. */
export function stackFolder(outdir: string, name: StackName): string {
  return join(outdir, "stacks", name);
}

export function readStacks(outdir: string): Stacks {
  const read = (name: StackName) => JSON.parse(readFileSync(join(stackFolder(outdir, name), "cdk.tf.json"), "utf8"));
  return Object.fromEntries(stackNames.map((name) => [name, read(name)])) as Stacks;
}

/** Every resource of the environment, in a list that rules can go through. */
export function listResources(stacks: Stacks): Resource[] {
  return stackNames.flatMap((stack) =>
    Object.entries(stacks[stack].resource ?? {}).flatMap(([type, byId]) =>
      Object.entries(byId).map(([id, values]) => ({ stack, type, id, values })),
    ),
  );
}
