import { type Rule, ruleForEach } from "../../rules/rule";
import type { Resource } from "../parts/read-stacks";

export type ResourceRule = Rule<Resource>;

export function addressOf({ stack, type, id }: Resource): string {
  return `${stack}/${type}.${id}`;
}

/** A rule about each resource of the given types. */
export function ruleFor(
  name: string,
  types: readonly string[],
  judge: (values: Record<string, unknown>, resource: Resource) => readonly string[],
): ResourceRule {
  return ruleForEach<Resource>(
    name,
    ({ type }) => types.includes(type),
    addressOf,
    (resource) => judge(resource.values, resource),
  );
}

/** Blocks of Terraform's JSON are objects or lists of them. */
export function blocksOf(value: unknown): Record<string, unknown>[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
}
