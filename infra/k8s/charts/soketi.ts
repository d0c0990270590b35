import type { Construct } from "constructs";
import type { Environment } from "../../environments/environment";
import { leaving } from "../../environments/leaving";
import { ports } from "../../environments/ports";
import { livenessPaths, readinessPaths, startPaths } from "../../environments/readiness";
import { namespaces } from "../../environments/workloads";
import { secretNames } from "../settings";
import type { ClusterValues } from "../values";
import { addWorkload, documentedResources } from "../workload";
import { addTargets, readinessGate } from "./load-balancing";
import { addPodScaling, reluctantScaleDown } from "./scaling";

const name = "soketi";
const CONFIG_FOLDER = "/etc/soketi";
export const SOKETI_CONFIG_KEY = "config.json";

/** The socket server. All of its configuration is a file: no variable of its environment turns TLS to Valkey on. */
export function addSoketi(scope: Construct, environment: Environment, values: ClusterValues): void {
  const namespace = namespaces.app;
  addWorkload(scope, {
    name,
    namespace,
    image: values.images.soketi,
    args: ["start", `--config=${CONFIG_FOLDER}/${SOKETI_CONFIG_KEY}`],
    ports: { http: ports.soketi.pod, metrics: ports.soketi.metrics },
    probes: {
      port: "http",
      start: startPaths.soketi,
      live: livenessPaths.soketi,
      ready: readinessPaths.soketi,
      startSeconds: 30,
    },
    resources: documentedResources,
    replicas: "autoscaled",
    settings: { SOKETI_SHUTDOWN_GRACE_PERIOD: "20000" },
    secrets: {},
    secretFiles: { [CONFIG_FOLDER]: { secret: secretNames.soketiConfig, key: SOKETI_CONFIG_KEY } },
    writableFolders: ["/tmp"],
    pauseSeconds: leaving.soketi.pauseSeconds,
    graceSeconds: leaving.soketi.graceSeconds,
    gates: [readinessGate(name)],
  });
  addTargets(scope, { name, namespace, port: ports.soketi.pod, targetGroupArn: values.soketi_target_group });
  addPodScaling(scope, name, environment.pods.soketi, reluctantScaleDown);
}
