import type { Environment } from "../../../environments/environment";
import { ports } from "../../../environments/ports";

/** Whoever has a security group of its own. */
export const groups = ["load-balancer", "vpc-link", "nodes", "database", "cache", "mongo", "delivery"] as const;
export type Group = (typeof groups)[number];

/** CloudFront's addresses, as AWS keeps them. */
export type Outside = "cloudfront" | "internet" | "atlas";

/** `from` may open connections to `to` on the port. Nothing else may: there is no other rule. */
export type Flow = { from: Group | Outside; to: Group | Outside; port: number; why: string };

/** Who may reach what: the rules of all security groups, written down once. */
export function flowsOf({ mongo }: Environment): Flow[] {
  const flows: Flow[] = [
    { from: "cloudfront", to: "load-balancer", port: ports.web.listener, why: "pages, through a VPC origin" },
    { from: "cloudfront", to: "load-balancer", port: ports.soketi.listener, why: "sockets, through a VPC origin" },
    { from: "vpc-link", to: "load-balancer", port: ports.web.listener, why: "the API for integrations" },
    { from: "load-balancer", to: "nodes", port: ports.web.pod, why: "pods are targets by address" },
    { from: "load-balancer", to: "nodes", port: ports.soketi.pod, why: "pods are targets by address" },
    { from: "nodes", to: "database", port: 3306, why: "MySQL" },
    { from: "nodes", to: "cache", port: 6379, why: "Valkey" },
    { from: "nodes", to: "internet", port: 443, why: "images and AWS's own services" },
    { from: "delivery", to: "internet", port: 443, why: "tools, AWS's own services and the cluster's API" },
  ];
  if (mongo.kind === "documentdb") return [...flows, { from: "nodes", to: "mongo", port: 27017, why: "DocumentDB" }];
  const why = mongo.peering ? "Atlas, through the peering" : "Atlas over the internet, TLS";
  return [...flows, { from: "nodes", to: "atlas", port: 27017, why }];
}
