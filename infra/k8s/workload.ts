import type { Construct } from "constructs";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { IContainer } from "kubernetes-models/v1/Container";
import type { IEnvVar } from "kubernetes-models/v1/EnvVar";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { IVolume } from "kubernetes-models/v1/Volume";
import { APP_LABEL, addObject, labelsOf } from "./objects";

/** A key of a Kubernetes secret. */
export type SecretKey = { secret: string; key: string };

export type Workload = {
  name: string;
  namespace: string;
  /** What network policies know its pods by, beside their name. */
  labels?: Record<string, string>;
  image: string;
  args?: string[];
  ports: Record<string, number>;
  /** Not optional: a pod that cannot say how it is must not get requests. */
  probes: { port: string; start: string; live: string; ready: string; startSeconds: number };
  resources: { requests: Resources; limits: Resources };
  /** `fixed` says how many; an autoscaler's number is none of the Deployment's business. */
  replicas: { fixed: number } | "autoscaled";
  settings: Record<string, string>;
  secrets: Record<string, SecretKey>;
  /** Folders that the program writes to; everything else is read-only. */
  writableFolders?: string[];
  /** Files from secrets, by the folder they appear in. */
  secretFiles?: Record<string, SecretKey>;
  configFiles?: Record<string, { configMap: string; key: string }>;
  /** How long a pod that has to end goes on without being told. */
  pauseSeconds?: number;
  /** How long a pod may take to finish what it has begun, the pause included. */
  graceSeconds: number;
  /** Only then is the service account's token mounted. */
  callsKubernetes?: boolean;
  /** Whether pods wait until the load balancer has seen them. */
  gates?: string[];
};

type Resources = { cpu: string; memory: string };

/** What the documented Deployments all have. */
export const documentedResources: Workload["resources"] = {
  requests: { cpu: "200m", memory: "256Mi" },
  limits: { cpu: "500m", memory: "512Mi" },
};

/** The user of our images (infra/docker). */
export const RUN_AS = 10_001;

/** The one way to a Deployment here: with probes, limits, no rights, spread over zones, and never all away at once. */
export function addWorkload(scope: Construct, workload: Workload): void {
  const { name, namespace, replicas } = workload;
  const metadata = { name, namespace, labels: labelsOf(name) };
  const selector = { matchLabels: { [APP_LABEL]: name } };
  addObject(scope, new ServiceAccount({ metadata, automountServiceAccountToken: false }));
  addObject(
    scope,
    new Deployment({
      metadata,
      spec: {
        ...(replicas === "autoscaled" ? {} : { replicas: replicas.fixed }),
        revisionHistoryLimit: 5,
        minReadySeconds: 5,
        progressDeadlineSeconds: 300,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector,
        template: {
          metadata: { labels: { ...labelsOf(name), ...workload.labels }, annotations: scrapeAnnotations(workload) },
          spec: podOf(workload),
        },
      },
    }),
  );
  addObject(scope, new PodDisruptionBudget({ metadata, spec: { maxUnavailable: 1, selector } }));
}

/** Every pod of ours: an account of its own, without Kubernetes' token, and nobody's rights. */
export function restrictedPod(name: string) {
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: RUN_AS,
      runAsGroup: RUN_AS,
      fsGroup: RUN_AS,
      seccompProfile: { type: "RuntimeDefault" as const },
    },
  };
}

/** Every container of ours writes nowhere but to folders it was given. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

function podOf(workload: Workload) {
  const { name, graceSeconds, gates = [], callsKubernetes = false } = workload;
  return {
    ...restrictedPod(name),
    automountServiceAccountToken: callsKubernetes,
    terminationGracePeriodSeconds: graceSeconds,
    topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      // A zone that is away must not keep pods from starting in the others.
      whenUnsatisfiable: "ScheduleAnyway" as const,
      labelSelector: { matchLabels: { [APP_LABEL]: name } },
    })),
    ...(gates.length > 0 ? { readinessGates: gates.map((conditionType) => ({ conditionType })) } : {}),
    containers: [containerOf(workload)],
    volumes: volumesOf(workload),
  };
}

function containerOf(workload: Workload): IContainer {
  const { name, image, args, ports, probes, resources, pauseSeconds } = workload;
  const probe = (path: string) => ({ httpGet: { path, port: probes.port }, timeoutSeconds: 5 });
  return {
    name,
    image,
    ...(args ? { args } : {}),
    ports: Object.entries(ports).map(([portName, containerPort]) => ({ name: portName, containerPort })),
    env: variablesOf(workload),
    resources,
    startupProbe: { ...probe(probes.start), periodSeconds: 2, failureThreshold: Math.ceil(probes.startSeconds / 2) },
    livenessProbe: { ...probe(probes.live), periodSeconds: 10, failureThreshold: 3 },
    readinessProbe: { ...probe(probes.ready), periodSeconds: 5, failureThreshold: 2 },
    ...(pauseSeconds ? { lifecycle: { preStop: { sleep: { seconds: pauseSeconds } } } } : {}),
    securityContext: restrictedContainer,
    volumeMounts: mountsOf(workload),
  };
}

export function variablesOf({ settings, secrets }: Pick<Workload, "settings" | "secrets">): IEnvVar[] {
  return [
    ...Object.entries(settings).map(([name, value]) => ({ name, value })),
    ...Object.entries(secrets).map(([name, { secret, key }]) => ({
      name,
      valueFrom: { secretKeyRef: { name: secret, key } },
    })),
  ];
}

function volumesOf({ writableFolders = [], secretFiles = {}, configFiles = {} }: Workload): IVolume[] {
  return [
    ...writableFolders.map((_, index) => ({ name: `writable-${index}`, emptyDir: { sizeLimit: "256Mi" } })),
    ...Object.values(secretFiles).map(({ secret, key }, index) => ({
      name: `secret-${index}`,
      secret: { secretName: secret, items: [{ key, path: key }] },
    })),
    ...Object.values(configFiles).map(({ configMap, key }, index) => ({
      name: `config-${index}`,
      configMap: { name: configMap, items: [{ key, path: key }] },
    })),
  ];
}

function mountsOf({ writableFolders = [], secretFiles = {}, configFiles = {} }: Workload) {
  return [
    ...writableFolders.map((mountPath, index) => ({ name: `writable-${index}`, mountPath })),
    ...Object.keys(secretFiles).map((mountPath, index) => ({ name: `secret-${index}`, mountPath, readOnly: true })),
    ...Object.keys(configFiles).map((mountPath, index) => ({ name: `config-${index}`, mountPath, readOnly: true })),
  ];
}

/** Where the collector finds the metrics (charts/monitoring.ts). */
function scrapeAnnotations({ ports, probes }: Workload): Record<string, string> {
  const port = ports.metrics ?? ports[probes.port];
  return { "erp.metrics/scrape": "true", "erp.metrics/port": String(port), "erp.metrics/path": "/metrics" };
}
