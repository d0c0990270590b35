import { describe, expect, it } from "vitest";
import { allEnvironments } from "../../environments/environments";
import { manifestsOf } from "../../testing/manifests";
import { validateObject } from "../validate-object";
import { describeManifest } from "./manifest-rule";
import { manifestRules } from "./manifest-rules";

describe.each(allEnvironments.map(({ name }) => name))("every object of %s", async (name) => {
  const manifests = await manifestsOf(name);

  it.each(manifestRules)("$name", (rule) => expect(rule.find(manifests)).toEqual([]));

  it.each(manifests.map((manifest) => ({ title: describeManifest(manifest), manifest })))(
    "$title is what its kind says",
    ({ manifest }) => expect(() => validateObject(manifest)).not.toThrow(),
  );
});
