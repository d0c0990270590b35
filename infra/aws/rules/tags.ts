import { unless, type Violation } from "../../rules/rule";
import type { Stacks } from "../parts/read-stacks";
import { stackNames } from "../parts/stack";

const required = ["product", "environment", "stack", "managed-by"];

/** Tags come from the providers, so that nobody can forget them on one resource. */
export function findMissingTags(stacks: Stacks): Violation[] {
  return stackNames.flatMap((name) =>
    (stacks[name].provider.aws ?? []).flatMap((provider) => {
      const tags = Object.keys((provider.default_tags as { tags: object }[] | undefined)?.[0]?.tags ?? {});
      return required.flatMap((tag) =>
        unless(tags.includes(tag), `${name}: provider ${provider.alias ?? ""} lacks ${tag}`),
      );
    }),
  );
}
