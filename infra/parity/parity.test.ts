import { describe, expect, it } from "vitest";
import { infraRoot } from "../commands/output";
import { allEnvironments } from "../environments/environments";
import { manifestsOf } from "../testing/manifests";
import { resourcesOf, synthesize } from "../testing/synthesized";
import { fileOfTest, readTestFiles } from "./find-tests";
import { rows } from "./rows";

const files = readTestFiles(infraRoot);

it("all sixteen documented rows are there", () => expect(rows).toHaveLength(16));

describe.each(rows)("$documented", ({ resources, objects = [], tests }) => {
  it.each(allEnvironments.map(({ name }) => name))("is made of resources in %s", async (name) => {
    for (const type of resources) expect(resourcesOf(synthesize(name), type).length).toBeGreaterThan(0);
    const present = (await manifestsOf(name)).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(present).toEqual(expect.arrayContaining(objects));
  });

  it.each(tests)("is proved by: %s", (title) => expect(fileOfTest(files, title)).toBeDefined());
});
