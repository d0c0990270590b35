import type { Construct } from "constructs";
import { Job } from "kubernetes-models/batch/v1/Job";
import type { IContainer } from "kubernetes-models/v1/Container";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { namespaces } from "../../environments/workloads";
import { addObject, labelsOf } from "../objects";
import { kafkaSecrets, kafkaSettings, secretNames } from "../settings";
import type { ClusterValues } from "../values";
import { restrictedContainer, restrictedPod, variablesOf } from "../workload";
import { commandMounts, commandVolumes } from "./command-files";
import { MIGRATE_USER } from "./kafka-users";

const name = "migrate";

/**
 * Brings the stores to the shape of this version before any pod of it starts. A Job cannot be changed, so its name
 * carries the image's digest, and every release removes the former one; running it again changes nothing.
 */
export function addMigrate(scope: Construct, values: ClusterValues): void {
  const namespace = namespaces.app;
  addObject(
    scope,
    new ServiceAccount({ metadata: { name, namespace, labels: labelsOf(name) }, automountServiceAccountToken: false }),
  );
  addObject(
    scope,
    new Job({
      metadata: { name: migrateJobName(values), namespace, labels: labelsOf(name) },
      spec: {
        backoffLimit: 3,
        activeDeadlineSeconds: 900,
        ttlSecondsAfterFinished: 7 * 24 * 3600,
        template: { metadata: { labels: labelsOf(name) }, spec: podOf(values) },
      },
    }),
  );
}

export function migrateJobName({ images }: ClusterValues): string {
  return `${name}-${images.migrate.split("@sha256:")[1]?.slice(0, 12)}`;
}

function podOf(values: ClusterValues) {
  return {
    ...restrictedPod(name),
    restartPolicy: "Never" as const,
    // The application's account has to be there before `migrate` grants it anything.
    initContainers: [container(values, "account", ["create-mysql-account.mjs"])],
    containers: [container(values, name, ["apps/workers/dist/commands.js", "migrate"])],
    volumes: commandVolumes,
  };
}

function container({ images }: ClusterValues, containerName: string, args: string[]): IContainer {
  const fromAdmin = (key: string) => ({ valueFrom: { secretKeyRef: { name: secretNames.mysqlAdmin, key } } });
  const isAccount = containerName === "account";
  const kafka = variablesOf({ settings: kafkaSettings(MIGRATE_USER), secrets: kafkaSecrets(MIGRATE_USER) });
  return {
    name: containerName,
    image: images.migrate,
    args,
    env: [
      { name: "MYSQL_ADMIN_URL", ...fromAdmin("MYSQL_ADMIN_URL") },
      ...(isAccount
        ? [{ name: "MYSQL_APP_PASSWORD", ...fromAdmin("MYSQL_APP_PASSWORD") }]
        : [
            { name: "MONGO_URL", valueFrom: { secretKeyRef: { name: secretNames.stores, key: "MONGO_URL" } } },
            ...kafka,
          ]),
    ],
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
    securityContext: restrictedContainer,
    volumeMounts: commandMounts,
  };
}
