import { dev } from "./dev";
import type { Environment, EnvironmentName } from "./environment";
import { prod } from "./prod";

export const environments: Record<EnvironmentName, Environment> = { dev, prod };
export const allEnvironments: readonly Environment[] = [dev, prod];

/** The environment of that name. Throws, naming those there are. */
export function findEnvironment(name: string | undefined): Environment {
  const found = allEnvironments.find((environment) => environment.name === name);
  if (found) return found;
  throw new Error(`there is no environment "${name ?? ""}"; one of: ${Object.keys(environments).join(", ")}`);
}
