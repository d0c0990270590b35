import type { Environment } from "./environment";

/** Small, one way out, cheap to lose. Account, zone and addresses are the documented examples: put yours here first. */
export const dev: Environment = {
  name: "dev",
  accountId: "111122223333",
  domain: { name: "portal-dev.hanbit.example", hostedZoneId: "Z0000000000DEV000000" },
  network: { cidr: "10.0.0.0/16", zones: ["a", "c"], nat: "single" },
  database: {
    instanceClass: "db.t4g.micro",
    storageGib: 20,
    maximumStorageGib: 50,
    connectionsPerPod: { web: 4, relay: 6, consumer: 2 },
    isMultiAz: false,
    isProtected: false,
    backupDays: 7,
  },
  cache: { nodeType: "cache.t4g.micro", nodes: 1 },
  mongo: { kind: "atlas", tier: "M0", peering: null },
  cluster: {
    version: "1.35",
    apiCidrs: ["203.0.113.0/24"],
    operatorRoleArns: ["arn:aws:iam::111122223333:role/erp-operators"],
    readerRoleArns: ["arn:aws:iam::111122223333:role/erp-developers"],
    general: { instanceType: "t4g.medium", minimum: 1, desired: 3, maximum: 3, diskGib: 30 },
    kafka: { instanceType: "t4g.medium", minimum: 3, desired: 3, maximum: 3, diskGib: 30 },
  },
  kafka: { storageGib: 10 },
  pods: { web: { minimum: 2, maximum: 5 }, workers: { minimum: 1, maximum: 2 }, soketi: { minimum: 2, maximum: 4 } },
  retention: { logDays: 30, auditDays: 90 },
  rotations: { session: 1, soketi: 1, "mysql-app": 1, valkey: 1, documentdb: 1 },
  alarms: { email: "erp-dev@hanbit.example" },
  budgetUsd: 480,
  source: { repository: "hanbit/erp-portal", branch: "develop" },
  signUpEmailDomains: ["hanbit.example"],
};
