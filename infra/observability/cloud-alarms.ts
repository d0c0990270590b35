import { connectionLimit } from "../environments/database-connections";
import type { Environment } from "../environments/environment";

/** An alarm on what AWS itself measures. */
export type CloudAlarm = {
  name: string;
  namespace: string;
  metric: string;
  statistic: "Average" | "Maximum" | "Minimum" | "Sum";
  dimensions: Record<string, string>;
  comparison: "GreaterThanThreshold" | "LessThanThreshold";
  threshold: number;
  /** Seconds of a period, and how many in a row. */
  period: number;
  periods: number;
  summary: string;
  /** Nothing measured counts as trouble where silence itself is the symptom. */
  missing: "notBreaching" | "breaching";
  /** CloudFront's metrics exist in us-east-1 alone. */
  isGlobal?: true;
};

type Names = { cluster: string; database: string; cacheNode: string; distribution: string };

const GIB = 1024 ** 3;

/** The documented CPU alarm, and the symptoms that only AWS sees. */
export function cloudAlarms(environment: Environment, names: Names): CloudAlarm[] {
  return [...clusterAlarms(names.cluster), ...storeAlarms(environment, names), edgeAlarm(names.distribution)];
}

function clusterAlarms(cluster: string): CloudAlarm[] {
  const insights = { namespace: "ContainerInsights", dimensions: { ClusterName: cluster } };
  return [
    {
      ...insights,
      ...above(80, 300, 2),
      name: "node-cpu",
      metric: "node_cpu_utilization",
      statistic: "Average",
      summary: "CPU of the nodes above 80 %",
      missing: "breaching",
    },
    {
      ...insights,
      ...above(85, 300, 2),
      name: "node-memory",
      metric: "node_memory_utilization",
      statistic: "Average",
      summary: "Memory of the nodes above 85 %",
      missing: "breaching",
    },
    {
      ...insights,
      ...above(3, 600, 1),
      name: "pod-restarts",
      metric: "pod_number_of_container_restarts",
      statistic: "Sum",
      // The agent adds these up for the cluster or for a pod, never for a namespace.
      summary: "Pods of the cluster start again and again",
      missing: "notBreaching",
    },
  ];
}

function storeAlarms({ database, cache }: Environment, names: Names): CloudAlarm[] {
  const rds = {
    namespace: "AWS/RDS",
    dimensions: { DBInstanceIdentifier: names.database },
    missing: "breaching",
  } as const;
  return [
    {
      ...rds,
      ...below(Math.round(database.storageGib * 0.15) * GIB, 300, 2),
      name: "database-storage",
      metric: "FreeStorageSpace",
      statistic: "Minimum",
      summary: "MySQL has less than 15 % of its storage left",
    },
    {
      ...rds,
      ...above(connectionLimit(database.instanceClass), 300, 2),
      name: "database-connections",
      metric: "DatabaseConnections",
      statistic: "Maximum",
      summary: "MySQL's connections are nearly used up",
    },
    {
      ...rds,
      ...above(80, 300, 3),
      name: "database-cpu",
      metric: "CPUUtilization",
      statistic: "Average",
      summary: "CPU of MySQL above 80 %",
    },
    {
      ...above(80, 300, 2),
      name: "cache-memory",
      namespace: "AWS/ElastiCache",
      dimensions: { CacheClusterId: names.cacheNode },
      metric: "DatabaseMemoryUsagePercentage",
      statistic: "Maximum",
      summary: `Valkey (${cache.nodeType}) is nearly full; it refuses instead of evicting sessions`,
      missing: "breaching",
    },
  ];
}

function edgeAlarm(distribution: string): CloudAlarm {
  return {
    ...above(1, 300, 1),
    name: "edge-5xx",
    namespace: "AWS/CloudFront",
    dimensions: { DistributionId: distribution, Region: "Global" },
    metric: "5xxErrorRate",
    statistic: "Average",
    summary: "More than 1 % of all answers are 5xx",
    missing: "notBreaching",
    isGlobal: true,
  };
}

function above(threshold: number, period: number, periods: number) {
  return { comparison: "GreaterThanThreshold", threshold, period, periods } as const;
}

function below(threshold: number, period: number, periods: number) {
  return { comparison: "LessThanThreshold", threshold, period, periods } as const;
}
