/** Where things run in Kubernetes, and who of them calls AWS. Terraform needs it for roles, the charts for the rest. */
export const namespaces = {
  /** The programs, and Kafka beside them: its users' passwords are secrets of this namespace. */
  app: "erp",
  monitoring: "erp-monitoring",
} as const;

/** Where the pipeline installs others' controllers (infra/pipeline/controllers.json). */
export const controllerNamespaces = {
  externalSecrets: "external-secrets",
  keda: "keda",
  strimzi: "strimzi",
} as const;

/** The service account of a worker, as Kubernetes and Pod Identity both name it. */
export function workerName(group: string): string {
  return `worker-${group}`;
}

/** Workloads that administer accounts in Cognito, in a role of their own. */
export const accountAdministrators = ["web", workerName("identity")];

/** Sends the mails of notifications through SES. All other workloads have no right in AWS at all. */
export const mailSender = workerName("relay");
