import type { Environment } from "./environment";

/**
 * Three zones: with two, the loss of one can take two of Kafka's three voters with it. Account, zone and addresses are
 * the documented examples: put yours here first.
 */
export const prod: Environment = {
  name: "prod",
  accountId: "444455556666",
  domain: { name: "portal.hanbit.example", hostedZoneId: "Z000000000PROD000000" },
  network: { cidr: "10.0.0.0/16", zones: ["a", "c", "b"], nat: "per-az" },
  database: {
    instanceClass: "db.t4g.large",
    storageGib: 100,
    maximumStorageGib: 500,
    connectionsPerPod: { web: 16, relay: 16, consumer: 8 },
    isMultiAz: true,
    isProtected: true,
    backupDays: 14,
  },
  cache: { nodeType: "cache.t4g.small", nodes: 2 },
  mongo: { kind: "atlas", tier: "M20", peering: { connectionId: "pcx-0a1b2c3d4e5f67890", cidr: "192.168.248.0/21" } },
  cluster: {
    version: "1.35",
    apiCidrs: ["198.51.100.0/24"],
    operatorRoleArns: ["arn:aws:iam::444455556666:role/erp-operators"],
    readerRoleArns: ["arn:aws:iam::444455556666:role/erp-developers"],
    general: { instanceType: "t4g.large", minimum: 3, desired: 4, maximum: 6, diskGib: 50 },
    kafka: { instanceType: "t4g.medium", minimum: 3, desired: 3, maximum: 3, diskGib: 30 },
  },
  kafka: { storageGib: 50 },
  pods: { web: { minimum: 2, maximum: 5 }, workers: { minimum: 2, maximum: 6 }, soketi: { minimum: 2, maximum: 4 } },
  retention: { logDays: 90, auditDays: 365 },
  rotations: { session: 1, soketi: 1, "mysql-app": 1, valkey: 1, documentdb: 1 },
  alarms: { email: "erp-alarms@hanbit.example" },
  budgetUsd: 1500,
  source: { repository: "hanbit/erp-portal", branch: "main" },
  signUpEmailDomains: ["hanbit.example"],
};
