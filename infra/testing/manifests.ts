import type { EnvironmentName } from "../environments/environment";
import { environments } from "../environments/environments";
import { buildManifests } from "../k8s/app";
import type { Manifest } from "../k8s/objects";
import { exampleValues } from "./cluster-values";

const made = new Map<EnvironmentName, Promise<Manifest[]>>();

/** Every object of an environment, built once per process. */
export function manifestsOf(name: EnvironmentName): Promise<Manifest[]> {
  const known = made.get(name) ?? buildManifests(environments[name], exampleValues);
  made.set(name, known);
  return known;
}

export function findManifest(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind}/${name}`);
  return found;
}
