import { describe, expect, it } from "vitest";
import type { Environment } from "../../environments/environment";
import { allEnvironments } from "../../environments/environments";
import { prod } from "../../environments/prod";
import { synthesize, synthesizeEnvironment } from "../../testing/synthesized";
import { resourceRules } from "./resource-rules";
import { findMissingTags } from "./tags";

const onDocumentDb: Environment = {
  ...prod,
  mongo: { kind: "documentdb", instanceClass: "db.t4g.medium", instances: 3 },
};

/** As every prod begins: Atlas can ask for a peering only once the VPC is there. */
const beforePeering: Environment = { ...prod, mongo: { kind: "atlas", tier: "M20", peering: null } };

describe.each(allEnvironments.map(({ name }) => name))("every resource of %s", (name) => {
  const { resources, stacks } = synthesize(name);

  it.each(resourceRules)("$name", (rule) => expect(rule.find(resources)).toEqual([]));
  it("carries product, environment, stack and who manages it", () => expect(findMissingTags(stacks)).toEqual([]));
});

describe("every resource of prod on DocumentDB instead of Atlas", () => {
  const { resources } = synthesizeEnvironment(onDocumentDb);
  it.each(resourceRules)("$name", (rule) => expect(rule.find(resources)).toEqual([]));
});

describe("every resource of prod before Atlas has asked for its peering", () => {
  const { resources } = synthesizeEnvironment(beforePeering);
  it.each(resourceRules)("$name", (rule) => expect(rule.find(resources)).toEqual([]));
  it("waits for no peering", () =>
    expect(resources.filter(({ type }) => type === "aws_vpc_peering_connection_accepter")).toEqual([]));
});
