import { connectionLimit } from "../environments/database-connections";
import type { Environment } from "../environments/environment";
import { unless, type Violation } from "../rules/rule";
import type { Manifest } from "./objects";
import { containersOf, ofKind, specOf } from "./rules/manifest-rule";
import { autoscaledRanges } from "./rules/scaling";

/** What every pod opens to MySQL when each autoscaler has as many as it may, against what the server is built for. */
export function findTooManyConnections({ database }: Environment, manifests: readonly Manifest[]): Violation[] {
  const ranges = autoscaledRanges(manifests);
  const opened = ofKind(manifests, "Deployment").reduce((sum, deployment) => {
    const { replicas = 0 } = specOf<{ replicas?: number }>(deployment);
    const pods = ranges.get(deployment.metadata.name)?.maximum ?? replicas;
    return sum + pods * poolSizeOf(deployment);
  }, 0);
  const limit = connectionLimit(database.instanceClass);
  return unless(opened <= limit, `${opened} connections at most, ${limit} are good for ${database.instanceClass}`);
}

/** 0 for a program that has nothing to do with MySQL. */
function poolSizeOf(deployment: Manifest): number {
  const variables = containersOf(deployment).flatMap(({ env = [] }) => env);
  const size = variables.find(({ name }) => name === "MYSQL_POOL_SIZE")?.value;
  if (size === undefined && variables.some(({ name }) => name === "MYSQL_URL"))
    throw new Error(`${deployment.metadata.name} opens MySQL, and nothing says how often`);
  return Number(size ?? 0);
}
