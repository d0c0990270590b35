import { mkdirSync } from "node:fs";
import { App } from "cdktn";
import type { Environment } from "../environments/environment";
import { createBootstrap } from "./stacks/bootstrap";
import { createCluster } from "./stacks/cluster/cluster";
import { createData } from "./stacks/data/data";
import { createDelivery } from "./stacks/delivery/delivery";
import { createEdge } from "./stacks/edge/edge";
import { createIdentity } from "./stacks/identity/identity";
import { createNetwork } from "./stacks/network/network";
import { createObservability } from "./stacks/observability/observability";

/** State locks as files need 1.10; the pipeline installs 1.11 (infra/pipeline/tools.json). */
const TERRAFORM_VERSIONS = ">=1.11.0 <2.0.0";

/**
 * All stacks of an environment, each given what it needs of those before it. A value that crosses stacks travels through
 * the state of the one that made it; cdktn writes both ends.
 */
export function buildApp(environment: Environment, outdir: string): App {
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir, stackTraces: false, context: { targetVersions: { terraform: TERRAFORM_VERSIONS } } });
  createBootstrap(app, environment);
  const network = createNetwork(app, environment);
  const identity = createIdentity(app, environment);
  const data = createData(app, environment, network);
  const cluster = createCluster(app, environment, { network, identity, data });
  const edge = createEdge(app, environment, { network, identity });
  createDelivery(app, environment, { network, cluster, edge });
  createObservability(app, environment, { cluster, data, edge });
  return app;
}
