/**
 * Estimates in US dollars for ap-northeast-2, on demand, without taxes, free tiers and savings plans. From the public price
 * pages of AWS and MongoDB Atlas as they were known when this was written; the pricing calculator decides. Kept here so
 * that a change of sizes shows what it costs before it costs it.
 */
export const PRICES_AS_OF = "2026-11";
export const HOURS_PER_MONTH = 730;

/** Per hour. */
export const hourly: Record<string, number> = {
  "t4g.medium": 0.0416,
  "t4g.large": 0.0832,
  "db.t4g.micro": 0.025,
  "db.t4g.large": 0.201,
  "db.t4g.medium": 0.107,
  "cache.t4g.micro": 0.0192,
  "cache.t4g.small": 0.0384,
  "eks-control-plane": 0.1,
  "nat-gateway": 0.059,
  "network-load-balancer": 0.0225,
  "public-address": 0.005,
};

/** Atlas, per hour; M0 is free. */
export const atlasHourly: Record<string, number> = { M0: 0, M10: 0.1, M20: 0.24, M30: 0.64 };

export const perMonth = {
  diskGib: 0.0912,
  databaseGib: 0.131,
  key: 1,
  secret: 0.4,
  alarm: 0.1,
  firewall: 5,
  firewallRule: 1,
};

/** What use costs, for about a hundred people in an office's hours; measured nowhere, guessed with a margin. */
export const use: Record<"dev" | "prod", { what: string; usd: number }[]> = {
  dev: [
    { what: "Traffic: NAT, load balancer, CloudFront, between zones", usd: 8 },
    { what: "Logs and Container Insights", usd: 25 },
    { what: "Prometheus and X-Ray", usd: 5 },
    { what: "Pipeline and builds", usd: 12 },
  ],
  prod: [
    { what: "Traffic: NAT, load balancer, CloudFront, between zones", usd: 35 },
    { what: "Logs and Container Insights", usd: 70 },
    { what: "Prometheus and X-Ray", usd: 12 },
    { what: "Pipeline and builds", usd: 15 },
  ],
};
