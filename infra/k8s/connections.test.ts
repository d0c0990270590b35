import { describe, expect, it } from "vitest";
import { dev } from "../environments/dev";
import { allEnvironments } from "../environments/environments";
import { prod } from "../environments/prod";
import { findManifest, manifestsOf } from "../testing/manifests";
import { findTooManyConnections } from "./connections";
import { containersOf, specOf } from "./rules/manifest-rule";

describe.each(allEnvironments)("$name", async (environment) => {
  const manifests = await manifestsOf(environment.name);
  const changed = (kind: string, name: string) => {
    const copy = structuredClone(manifests);
    return { copy, manifest: findManifest(copy, kind, name) };
  };

  it("MySQL takes the connections of all pods there may be at once", () => {
    expect(findTooManyConnections(environment, manifests)).toEqual([]);
  });

  it("notices larger pools, more pods, and a pool without a size", () => {
    const tooMany = [expect.stringContaining("connections at most")];
    const pools = changed("Deployment", "web");
    const size = containersOf(pools.manifest)[0]?.env?.find(({ name }) => name === "MYSQL_POOL_SIZE");
    Object.assign(size ?? {}, { value: "40" });
    expect(findTooManyConnections(environment, pools.copy)).toEqual(tooMany);

    const pods = changed("ScaledObject", "worker-approvals");
    specOf<{ maxReplicaCount: number }>(pods.manifest).maxReplicaCount = 60;
    expect(findTooManyConnections(environment, pods.copy)).toEqual(tooMany);

    const silent = changed("Deployment", "worker-relay");
    const [container] = containersOf(silent.manifest);
    if (container?.env) container.env = container.env.filter(({ name }) => name !== "MYSQL_POOL_SIZE");
    expect(() => findTooManyConnections(environment, silent.copy)).toThrow("worker-relay");
  });
});

it("prod's pods are too many for dev's server", async () => {
  const onDevServer = { ...prod, database: { ...prod.database, instanceClass: dev.database.instanceClass } };
  expect(findTooManyConnections(onDevServer, await manifestsOf("prod"))).toHaveLength(1);
});
