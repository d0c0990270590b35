/** The smallest number of pods has to find room on the nodes that are there from the start: nothing adds nodes by itself. */
import { describe, expect, it } from "vitest";
import { allEnvironments } from "../environments/environments";
import { manifestsOf } from "../testing/manifests";
import type { Manifest } from "./objects";
import { containersOf, ofKind, specOf } from "./rules/manifest-rule";

type Room = { cpuMilli: number; memoryMib: number };

/** What Kubernetes leaves of an instance for pods. */
const allocatable: Record<string, Room> = {
  "t4g.medium": { cpuMilli: 1930, memoryMib: 3200 },
  "t4g.large": { cpuMilli: 1930, memoryMib: 7000 },
};
/** On every node: network, proxy, identity, CloudWatch, disks. */
const daemons: Room = { cpuMilli: 300, memoryMib: 500 };
/** Once: DNS, metrics, and the controllers of pipeline/controllers.json. */
const controllers: Room = { cpuMilli: 1000, memoryMib: 1500 };

describe.each(allEnvironments)("$name", ({ name, cluster: { general } }) => {
  it("has room for the smallest number of every pod, and for web at its largest", async () => {
    const manifests = await manifestsOf(name);
    const node = allocatable[general.instanceType];
    if (!node) throw new Error(`what ${general.instanceType} leaves for pods is not written down here`);
    const needed = ofKind(manifests, "Deployment").reduce(
      (sum, manifest) => add(sum, requestsOf(manifest), podsOf(manifest, manifests)),
      controllers,
    );
    expect(needed.cpuMilli).toBeLessThan(general.desired * (node.cpuMilli - daemons.cpuMilli));
    expect(needed.memoryMib).toBeLessThan(general.desired * (node.memoryMib - daemons.memoryMib));
  });
});

function podsOf(deployment: Manifest, manifests: readonly Manifest[]): number {
  const { name } = deployment.metadata;
  const named = (kind: string) => ofKind(manifests, kind).find(({ metadata }) => metadata.name === name);
  const byLag = named("ScaledObject");
  if (byLag) return specOf<{ minReplicaCount: number }>(byLag).minReplicaCount;
  const byUse = named("HorizontalPodAutoscaler");
  if (!byUse) return specOf<{ replicas: number }>(deployment).replicas;
  const { minReplicas, maxReplicas } = specOf<{ minReplicas: number; maxReplicas: number }>(byUse);
  return name === "web" ? maxReplicas : minReplicas;
}

function requestsOf(deployment: Manifest): Room {
  const { cpu = "0m", memory = "0Mi" } = containersOf(deployment)[0]?.resources?.requests ?? {};
  return { cpuMilli: Number.parseInt(cpu, 10), memoryMib: Number.parseInt(memory, 10) };
}

function add(sum: Room, each: Room, count: number): Room {
  return { cpuMilli: sum.cpuMilli + each.cpuMilli * count, memoryMib: sum.memoryMib + each.memoryMib * count };
}
