import type { Construct } from "constructs";
import type { Environment } from "../../environments/environment";
import { ports } from "../../environments/ports";
import { livenessPaths, readinessPaths, startPaths } from "../../environments/readiness";
import { namespaces, workerName } from "../../environments/workloads";
import type { ProgramFacts } from "../program-facts";
import { kafkaFiles, kafkaSecrets, kafkaSettings, poolSettings, runtimeSecrets, runtimeSettings } from "../settings";
import type { ClusterValues } from "../values";
import { addWorkload, documentedResources, type Workload } from "../workload";
import { addLagAuthentication, addLagScaling } from "./scaling";

const RELAY = "relay";

/** The workers stop within ten seconds; what they had not committed comes again. */
const GRACE_SECONDS = 30;

/** What all workers have in common. */
export const workerLabels = { "erp.role": "worker" };

/** One image; `WORKERS` says what each Deployment of it does. The relay, with the scheduled tasks, leads by turns: one stands by. */
export function addWorkers(
  scope: Construct,
  environment: Environment,
  values: ClusterValues,
  facts: ProgramFacts,
): void {
  addLagAuthentication(scope);
  addWorker(scope, environment, values, { work: RELAY, replicas: { fixed: 2 } });
  for (const { group, topics } of facts.consumers) {
    addWorker(scope, environment, values, { work: group, replicas: "autoscaled" });
    addLagScaling(scope, { name: workerName(group), group, topics, range: environment.pods.workers });
  }
}

function addWorker(
  scope: Construct,
  environment: Environment,
  values: ClusterValues,
  { work, replicas }: { work: string; replicas: Workload["replicas"] },
): void {
  const name = workerName(work);
  addWorkload(scope, {
    name,
    namespace: namespaces.app,
    labels: workerLabels,
    image: values.images.workers,
    ports: { health: ports.workersHealth },
    probes: {
      port: "health",
      start: startPaths.workers,
      live: livenessPaths.workers,
      ready: readinessPaths.workers,
      startSeconds: 60,
    },
    resources: documentedResources,
    replicas,
    settings: {
      ...runtimeSettings(environment, values),
      ...poolSettings(environment, work === RELAY ? "relay" : "consumer"),
      ...kafkaSettings(name),
      WORKERS: work,
      MAIL_FROM: `Hanbit Portal <no-reply@${environment.domain.name}>`,
      WORKERS_HEALTH_PORT: String(ports.workersHealth),
    },
    secrets: { ...runtimeSecrets(), ...kafkaSecrets(name) },
    secretFiles: kafkaFiles,
    writableFolders: ["/tmp"],
    graceSeconds: GRACE_SECONDS,
  });
}
