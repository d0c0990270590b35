/** The programs of the product as they are deployed. AWS needs them for roles, Kubernetes for everything else. */

/** Consumer groups are read from the workers' sources by `k8s/program-facts.ts`; a test compares the two. */
export const consumerGroups = ["approvals", "identity", "leave", "notifications", "rewards", "signals"] as const;
export type ConsumerGroup = (typeof consumerGroups)[number];

export const namespaces = {
  app: "erp",
  kafka: "erp-kafka",
  monitoring: "erp-monitoring",
} as const;

/** The service account of a worker, as Kubernetes and Pod Identity both name it. */
export function workerName(group: ConsumerGroup | "relay"): string {
  return `worker-${group}`;
}

export type CognitoRight = "administers-accounts";

/** Workloads that call AWS in their own name; all others have neither role nor token. */
export const awsRights: Record<string, CognitoRight> = {
  web: "administers-accounts",
  [workerName("identity")]: "administers-accounts",
};
