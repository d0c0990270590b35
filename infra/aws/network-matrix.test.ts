import { describe, expect, it } from "vitest";
import { prod } from "../environments/prod";
import { synthesize, synthesizeEnvironment } from "../testing/synthesized";
import { readConnections } from "./rules/network";

/** Written down a second time on purpose: whoever changes who may reach what changes it here as well. */
const always = [
  "cloudfront → load-balancer:6001",
  "cloudfront → load-balancer:80",
  "delivery → cluster:443",
  "delivery → internet:443",
  "load-balancer → nodes:3000",
  "load-balancer → nodes:6001",
  "nodes → cache:6379",
  "nodes → database:3306",
  "nodes → internet:443",
  "vpc-link → load-balancer:80",
];

describe("who may reach what", () => {
  it("dev: MongoDB is Atlas, over the internet", () => {
    expect(readConnections(synthesize("dev").resources)).toEqual([...always, "nodes → internet:27017"].sort());
  });

  it("prod: MongoDB is Atlas, through the peering alone", () => {
    expect(readConnections(synthesize("prod").resources)).toEqual([...always, "nodes → 192.168.248.0/21:27017"].sort());
  });

  it("on DocumentDB nothing leaves for MongoDB", () => {
    const mongo = { kind: "documentdb", instanceClass: "db.t4g.medium", instances: 3 } as const;
    const { resources } = synthesizeEnvironment({ ...prod, mongo });
    expect(readConnections(resources)).toEqual([...always, "nodes → mongo:27017"].sort());
  });
});
