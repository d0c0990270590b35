import { REGION } from "../../environments/environment";
import { ports } from "../../environments/ports";
import { controllerNamespaces, namespaces } from "../../environments/workloads";
import type { ClusterValues } from "../values";

export const COLLECTOR_HEALTH_PORT = 13_133;

/** The programs, and External Secrets for whether every secret arrives. */
export const scrapedNamespaces = [namespaces.app, controllerNamespaces.externalSecrets];

/** Which pods are asked, and under which names their answers are kept: from the annotations of k8s/workload.ts. */
const relabelling = [
  { source_labels: ["__meta_kubernetes_pod_annotation_erp_metrics_scrape"], regex: "true", action: "keep" },
  {
    source_labels: ["__meta_kubernetes_pod_ip", "__meta_kubernetes_pod_annotation_erp_metrics_port"],
    separator: ":",
    target_label: "__address__",
  },
  { source_labels: ["__meta_kubernetes_pod_annotation_erp_metrics_path"], target_label: "__metrics_path__" },
  { source_labels: ["__meta_kubernetes_pod_name"], target_label: "pod" },
  { source_labels: ["__meta_kubernetes_pod_label_app_kubernetes_io_name"], target_label: "workload" },
  // The alerts know two programs; every worker is one of them.
  { source_labels: ["workload"], regex: "worker-.*", replacement: "workers", target_label: "job" },
  { source_labels: ["workload"], regex: "(web|soketi|collector)", replacement: "$$1", target_label: "job" },
];

/** Metrics go to Prometheus, spans to X-Ray, both in the role that Pod Identity gives. */
export function collectorConfig(values: ClusterValues): object {
  return {
    extensions: {
      health_check: { endpoint: `0.0.0.0:${COLLECTOR_HEALTH_PORT}` },
      sigv4auth: { region: REGION, service: "aps" },
    },
    receivers: {
      otlp: { protocols: { http: { endpoint: `0.0.0.0:${ports.otlp}` } } },
      prometheus: {
        config: {
          global: { scrape_interval: "30s", scrape_timeout: "10s" },
          scrape_configs: [
            {
              job_name: "pods",
              kubernetes_sd_configs: [{ role: "pod", namespaces: { names: scrapedNamespaces } }],
              relabel_configs: relabelling,
            },
          ],
        },
      },
    },
    processors: {
      memory_limiter: { check_interval: "1s", limit_percentage: 80, spike_limit_percentage: 20 },
      batch: {},
    },
    exporters: {
      prometheusremotewrite: {
        endpoint: `${values.metrics_url}api/v1/remote_write`,
        auth: { authenticator: "sigv4auth" },
      },
      awsxray: { region: REGION },
    },
    service: {
      extensions: ["health_check", "sigv4auth"],
      pipelines: {
        metrics: {
          receivers: ["prometheus"],
          processors: ["memory_limiter", "batch"],
          exporters: ["prometheusremotewrite"],
        },
        traces: { receivers: ["otlp"], processors: ["memory_limiter", "batch"], exporters: ["awsxray"] },
      },
    },
  };
}
