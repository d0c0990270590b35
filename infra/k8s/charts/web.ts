import type { Construct } from "constructs";
import type { Environment } from "../../environments/environment";
import { leaving } from "../../environments/leaving";
import { ports } from "../../environments/ports";
import { livenessPaths, readinessPaths, startPaths } from "../../environments/readiness";
import { namespaces } from "../../environments/workloads";
import { webSecrets, webSettings } from "../settings";
import type { ClusterValues } from "../values";
import { addWorkload, documentedResources } from "../workload";
import { addTargets, readinessGate } from "./load-balancing";
import { addPodScaling, gentleScaleDown } from "./scaling";

const name = "web";

export function addWeb(scope: Construct, environment: Environment, values: ClusterValues): void {
  const namespace = namespaces.app;
  addWorkload(scope, {
    name,
    namespace,
    image: values.images.web,
    ports: { http: ports.web.pod },
    probes: {
      port: "http",
      start: startPaths.web,
      live: livenessPaths.web,
      ready: readinessPaths.web,
      startSeconds: 60,
    },
    resources: documentedResources,
    replicas: "autoscaled",
    settings: webSettings(environment, values),
    secrets: webSecrets(),
    writableFolders: ["/tmp", "/app/apps/web/.next/cache"],
    pauseSeconds: leaving.web.pauseSeconds,
    graceSeconds: leaving.web.graceSeconds,
    gates: [readinessGate(name)],
  });
  addTargets(scope, { name, namespace, port: ports.web.pod, targetGroupArn: values.web_target_group });
  addPodScaling(scope, name, environment.pods.web, gentleScaleDown);
}
