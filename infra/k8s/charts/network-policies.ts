import type { Construct } from "constructs";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { subnetCidr } from "../../aws/stacks/network/addresses";
import type { Environment } from "../../environments/environment";
import { ports } from "../../environments/ports";
import { controllerNamespaces, namespaces } from "../../environments/workloads";
import { APP_LABEL, addObject } from "../objects";
import { KAFKA_CLUSTER } from "../settings";
import { workerLabels } from "./workers";

/** Where EKS's agent on each node gives pods their roles' credentials, at the same address everywhere. */
const POD_IDENTITY_AGENT = "169.254.170.23/32";

/** Pods by their label, in a namespace; `kafka` are the brokers. */
type End = { pods: Record<string, string>; namespace?: string } | { cidrs: string[] };

export type PodFlow = { from: string; to: string; port: number };

/** Everybody whom a policy can name. */
function endsOf(environment: Environment): Record<string, End> {
  const { zones } = environment.network;
  const app = (pods: Record<string, string>): End => ({ pods, namespace: namespaces.app });
  const { mongo } = environment;
  const atlas = mongo.kind === "atlas" ? [mongo.peering?.cidr ?? "0.0.0.0/0"] : [];
  return {
    web: app({ [APP_LABEL]: "web" }),
    soketi: app({ [APP_LABEL]: "soketi" }),
    migrate: app({ [APP_LABEL]: "migrate" }),
    operate: app({ [APP_LABEL]: "operate" }),
    workers: app(workerLabels),
    kafka: app({ "strimzi.io/cluster": KAFKA_CLUSTER }),
    collector: { pods: { [APP_LABEL]: "collector" }, namespace: namespaces.monitoring },
    keda: { pods: {}, namespace: controllerNamespaces.keda },
    strimzi: { pods: {}, namespace: controllerNamespaces.strimzi },
    "external-secrets": { pods: {}, namespace: controllerNamespaces.externalSecrets },
    "load-balancer": { cidrs: zones.map((_, index) => subnetCidr("app", index)) },
    stores: { cidrs: zones.map((_, index) => subnetCidr("data", index)) },
    mongo: { cidrs: mongo.kind === "documentdb" ? zones.map((_, index) => subnetCidr("data", index)) : atlas },
    aws: { cidrs: ["0.0.0.0/0"] },
    "pod-identity": { cidrs: [POD_IDENTITY_AGENT] },
  };
}

/** Who opens connections to whom. There is no other way between pods: everything starts from "nothing". */
export const podFlows: readonly PodFlow[] = [
  { from: "load-balancer", to: "web", port: ports.web.pod },
  { from: "load-balancer", to: "soketi", port: ports.soketi.pod },
  ...["web", "workers"].flatMap((from) => [
    { from, to: "stores", port: ports.mysql },
    { from, to: "stores", port: ports.valkey },
    { from, to: "mongo", port: ports.mongo },
    { from, to: "soketi", port: ports.soketi.pod },
    { from, to: "collector", port: ports.otlp },
    // Cognito.
    { from, to: "aws", port: 443 },
  ]),
  { from: "soketi", to: "stores", port: ports.valkey },
  { from: "migrate", to: "stores", port: ports.mysql },
  { from: "migrate", to: "mongo", port: ports.mongo },
  { from: "operate", to: "stores", port: ports.mysql },
  { from: "operate", to: "stores", port: ports.valkey },
  { from: "operate", to: "mongo", port: ports.mongo },
  // Cognito's keys, which every runtime loads.
  { from: "operate", to: "aws", port: 443 },
  ...["workers", "migrate", "operate", "keda"].map((from) => ({ from, to: "kafka", port: ports.kafka })),
  // Brokers among themselves, and the operators with them.
  ...["kafka", "strimzi"].flatMap((from) => [9090, 9091, 8443].map((port) => ({ from, to: "kafka", port }))),
  { from: "kafka", to: "kafka", port: ports.kafka },
  { from: "kafka", to: "aws", port: 443 },
  { from: "collector", to: "web", port: ports.web.pod },
  { from: "collector", to: "workers", port: ports.workersHealth },
  { from: "collector", to: "soketi", port: ports.soketi.metrics },
  { from: "collector", to: "external-secrets", port: 8080 },
  { from: "collector", to: "aws", port: 443 },
  // Whoever acts in a role of AWS (aws/stacks/cluster/pod-roles.ts) asks for its credentials first.
  ...["web", "workers", "collector"].map((from) => ({ from, to: "pod-identity", port: 80 })),
];

export function addNetworkPolicies(scope: Construct, environment: Environment): void {
  for (const namespace of Object.values(namespaces)) {
    denyEverything(scope, namespace);
    allowNames(scope, namespace);
  }
  const ends = endsOf(environment);
  for (const [name, end] of Object.entries(ends)) {
    if (!("pods" in end) || !isOurs(end.namespace)) continue;
    const incoming = podFlows.filter(({ to }) => to === name);
    const outgoing = podFlows.filter(({ from }) => from === name);
    addObject(
      scope,
      new NetworkPolicy({
        metadata: { name, namespace: end.namespace ?? namespaces.app },
        spec: {
          podSelector: { matchLabels: end.pods },
          policyTypes: ["Ingress", "Egress"],
          ingress: incoming.map(({ from, port }) => ({ from: peersOf(ends[from]), ports: tcp(port) })),
          egress: outgoing.map(({ to, port }) => ({ to: peersOf(ends[to]), ports: tcp(port) })),
        },
      }),
    );
  }
}

function isOurs(namespace: string | undefined): boolean {
  return (Object.values(namespaces) as string[]).includes(namespace ?? "");
}

function denyEverything(scope: Construct, namespace: string): void {
  addObject(
    scope,
    new NetworkPolicy({
      metadata: { name: `deny-everything-${namespace}`, namespace },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    }),
  );
}

/** Names have to be looked up before anything else can be reached. */
function allowNames(scope: Construct, namespace: string): void {
  const to = [
    {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
      podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
    },
  ];
  addObject(
    scope,
    new NetworkPolicy({
      metadata: { name: `names-${namespace}`, namespace },
      spec: {
        podSelector: {},
        policyTypes: ["Egress"],
        egress: [
          {
            to,
            ports: [
              { protocol: "UDP", port: 53 },
              { protocol: "TCP", port: 53 },
            ],
          },
        ],
      },
    }),
  );
}

function peersOf(end: End | undefined): INetworkPolicyPeer[] {
  if (!end) throw new Error("a flow names somebody who is not there");
  if ("cidrs" in end) return end.cidrs.map((cidr) => ({ ipBlock: { cidr } }));
  return [
    {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": end.namespace ?? namespaces.app } },
      podSelector: Object.keys(end.pods).length > 0 ? { matchLabels: end.pods } : {},
    },
  ];
}

function tcp(port: number): { protocol: "TCP"; port: number }[] {
  return [{ protocol: "TCP", port }];
}
