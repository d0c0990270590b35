/** What differs between dev and prod, as data. Everything that does not differ stands in the stacks. */
export type EnvironmentName = "dev" | "prod";

/** The letter of an availability zone in ap-northeast-2. */
export type Zone = "a" | "b" | "c";

export type Environment = {
  name: EnvironmentName;
  /** The AWS account; the provider refuses to touch another one. */
  accountId: string;
  /** The portal's address, and the hosted zone of Route 53 it lies in. */
  domain: { name: string; hostedZoneId: string };
  network: Network;
  database: Database;
  cache: { nodeType: string; nodes: number };
  mongo: Mongo;
  cluster: Cluster;
  kafka: { storageGib: number };
  pods: Pods;
  retention: { logDays: number; auditDays: number };
  /** Raise a number and apply: the secret of that name is generated anew (docs/runbook.md). */
  rotations: Record<GeneratedSecretName, number>;
  alarms: { email: string };
  budgetUsd: number;
  source: { repository: string; branch: string };
  signUpEmailDomains: string[];
};

export type Network = {
  cidr: string;
  zones: readonly Zone[];
  /** "single" is cheaper; with "per-az" the loss of a zone takes only its own way out. */
  nat: "single" | "per-az";
};

export type Database = {
  instanceClass: string;
  storageGib: number;
  maximumStorageGib: number;
  /** Connections that one pod opens at most. The relay holds one all the time, to lead. */
  connectionsPerPod: Record<"web" | "relay" | "consumer", number>;
  isMultiAz: boolean;
  isProtected: boolean;
  /** How far point-in-time recovery reaches back. */
  backupDays: number;
};

/** Atlas, over the internet with TLS or through a peering that Atlas asks for, or Amazon DocumentDB inside the VPC. */
export type Mongo =
  | { kind: "atlas"; tier: string; peering: { connectionId: string; cidr: string } | null }
  | { kind: "documentdb"; instanceClass: string; instances: number };

export type NodeGroup = {
  instanceType: string;
  minimum: number;
  desired: number;
  maximum: number;
  diskGib: number;
};

/** How many pods of a kind there are at least and at most. */
export type Pods = Record<"web" | "workers" | "soketi", { minimum: number; maximum: number }>;

export type Cluster = {
  version: string;
  /** Who may reach the API server from outside the VPC. */
  apiCidrs: string[];
  /** Roles of people, made by the organization's single sign-on. */
  operatorRoleArns: string[];
  readerRoleArns: string[];
  general: NodeGroup;
  /** Brokers alone live here: the group is tainted. */
  kafka: NodeGroup;
};

export type GeneratedSecretName = "session" | "soketi" | "mysql-app" | "valkey" | "documentdb";

export const REGION = "ap-northeast-2";
/** Certificates, firewall and logs of CloudFront exist in this region alone. */
export const GLOBAL_REGION = "us-east-1";
