import type { Construct } from "constructs";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { Environment } from "../../environments/environment";
import { namespaces } from "../../environments/workloads";
import { addObject, labelsOf } from "../objects";
import { domainSettings, kafkaSecrets, kafkaSettings, poolSettings, storeSecrets } from "../settings";
import type { ClusterValues } from "../values";
import { documentedResources, restrictedContainer, restrictedPod, variablesOf } from "../workload";
import { commandMounts, commandVolumes } from "./command-files";
import { OPERATOR_USER } from "./kafka-users";

const name = "operate";
/** Long enough to follow events for a day; nobody's forgotten `events:tail` stays longer. */
const LONGEST_SECONDS = 24 * 3600;

/**
 * The operators' commands, in an account of their own. It never runs by itself: `infra/pipeline/scripts/operate.sh` makes
 * Jobs from it, each with a command as its arguments.
 */
export function addOperate(scope: Construct, environment: Environment, values: ClusterValues): void {
  const metadata = { name, namespace: namespaces.app, labels: labelsOf(name) };
  addObject(scope, new ServiceAccount({ metadata, automountServiceAccountToken: false }));
  addObject(
    scope,
    new CronJob({
      metadata,
      spec: {
        suspend: true,
        // A CronJob has to say when; there is no 31 February.
        schedule: "0 0 31 2 *",
        jobTemplate: {
          spec: {
            // A command is not tried again behind its operator's back.
            backoffLimit: 0,
            activeDeadlineSeconds: LONGEST_SECONDS,
            ttlSecondsAfterFinished: 24 * 3600,
            template: { metadata: { labels: labelsOf(name) }, spec: podOf(environment, values) },
          },
        },
      },
    }),
  );
}

function podOf(environment: Environment, values: ClusterValues) {
  return {
    ...restrictedPod(name),
    restartPolicy: "Never" as const,
    containers: [
      {
        name,
        image: values.images.workers,
        args: ["dist/commands.js"],
        env: variablesOf({
          settings: {
            ...domainSettings(environment, values),
            ...poolSettings(environment, "consumer"),
            ...kafkaSettings(OPERATOR_USER),
          },
          secrets: { ...storeSecrets(), ...kafkaSecrets(OPERATOR_USER) },
        }),
        resources: documentedResources,
        securityContext: restrictedContainer,
        volumeMounts: commandMounts,
      },
    ],
    volumes: commandVolumes,
  };
}
