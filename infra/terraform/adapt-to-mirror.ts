import type { StackJson } from "../aws/parts/read-stacks";

/**
 * The stacks are written for version 6 of the AWS provider. Where the mirror holds 5.100.0, these attributes, which only
 * version 6 knows, are left out of what is validated; everything else is checked as it is.
 */
export const onlyInVersion6: Record<string, readonly string[]> = {};

/**
 * A copy that the mirror's provider can check: its version, a state of its own, no attribute it has not heard of, and
 * nothing that refuses to be taken down after the mocked apply.
 */
export function adaptToMirror(stack: StackJson, awsVersion: string): StackJson {
  const copy = structuredClone(stack);
  const aws = copy.terraform.required_providers.aws;
  if (aws) aws.version = awsVersion;
  copy.terraform.backend = { local: {} };
  for (const resource of Object.values(copy.resource ?? {}).flatMap((byId) => Object.values(byId))) {
    const lifecycle = resource.lifecycle as Record<string, unknown> | undefined;
    if (lifecycle) delete lifecycle.prevent_destroy;
  }
  if (Number(awsVersion.split(".")[0]) >= 6) return copy;
  for (const [type, attributes] of Object.entries(onlyInVersion6)) {
    for (const values of Object.values(copy.resource?.[type] ?? {})) {
      for (const attribute of attributes) delete values[attribute];
    }
  }
  return copy;
}
