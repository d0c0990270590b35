import type { Environment } from "../environments/environment";
import { atlasHourly, HOURS_PER_MONTH, hourly, perMonth, use } from "./prices";

export type CostLine = { what: string; count: number; usd: number };

/** What the documentation this is built from says the first version cost. */
export const DOCUMENTED_USD = 191;

type Counts = { keys: number; secrets: number; alarms: number; firewallRules: number };

/** A month of an environment, line by line, from its sizes and from what its stacks count. */
export function estimateMonth(environment: Environment, counts: Counts): CostLine[] {
  return [
    ...clusterLines(environment),
    ...networkLines(environment),
    ...storeLines(environment),
    line("Keys", counts.keys, perMonth.key),
    line("Secrets", counts.secrets, perMonth.secret),
    line("Alarms", counts.alarms, perMonth.alarm),
    { what: "Firewall", count: 1, usd: perMonth.firewall + counts.firewallRules * perMonth.firewallRule },
    ...use[environment.name].map(({ what, usd }) => ({ what, count: 1, usd })),
  ];
}

export function totalOf(lines: readonly CostLine[]): number {
  return Math.round(lines.reduce((sum, { usd }) => sum + usd, 0));
}

function clusterLines({ cluster, kafka }: Environment): CostLine[] {
  const { general, kafka: brokers } = cluster;
  const diskGib = general.desired * general.diskGib + brokers.desired * (brokers.diskGib + kafka.storageGib);
  return [
    line("EKS control plane", 1, monthOf("eks-control-plane")),
    line(`Nodes ${general.instanceType}`, general.desired, monthOf(general.instanceType)),
    line(`Kafka's nodes ${brokers.instanceType}`, brokers.desired, monthOf(brokers.instanceType)),
    line("Disks (GiB)", diskGib, perMonth.diskGib),
  ];
}

function networkLines({ network }: Environment): CostLine[] {
  const waysOut = network.nat === "single" ? 1 : network.zones.length;
  return [
    line("NAT gateways with their addresses", waysOut, monthOf("nat-gateway") + monthOf("public-address")),
    line("Network load balancer", 1, monthOf("network-load-balancer")),
  ];
}

function storeLines({ database, cache, mongo }: Environment): CostLine[] {
  const copies = database.isMultiAz ? 2 : 1;
  return [
    line(`RDS MySQL ${database.instanceClass}`, copies, monthOf(database.instanceClass)),
    line("RDS storage (GiB)", copies * database.storageGib, perMonth.databaseGib),
    line(`ElastiCache Valkey ${cache.nodeType}`, cache.nodes, monthOf(cache.nodeType)),
    mongo.kind === "atlas"
      ? line(`MongoDB Atlas ${mongo.tier}`, 1, priceOf(atlasHourly, mongo.tier) * HOURS_PER_MONTH)
      : line(`DocumentDB ${mongo.instanceClass}`, mongo.instances, monthOf(mongo.instanceClass)),
  ];
}

function line(what: string, count: number, each: number): CostLine {
  return { what, count, usd: count * each };
}

function monthOf(size: string): number {
  return priceOf(hourly, size) * HOURS_PER_MONTH;
}

/** A size without a price would be free by mistake. */
function priceOf(prices: Record<string, number>, size: string): number {
  const price = prices[size];
  if (price === undefined) throw new Error(`the price of ${size} is not in cost/prices.ts`);
  return price;
}
