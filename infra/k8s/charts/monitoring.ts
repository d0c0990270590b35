import type { Construct } from "constructs";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { stringify } from "yaml";
import type { Environment } from "../../environments/environment";
import { foreignImages } from "../../environments/images";
import { ports } from "../../environments/ports";
import { namespaces } from "../../environments/workloads";
import { grafanaDashboard } from "../../observability/dashboards";
import { APP_LABEL, addObject, labelsOf } from "../objects";
import type { ClusterValues } from "../values";
import { addWorkload } from "../workload";
import { COLLECTOR_HEALTH_PORT, collectorConfig, scrapedNamespaces } from "./collector-config";

const name = "collector";
const namespace = namespaces.monitoring;
const CONFIG_FOLDER = "/etc/collector";
const CONFIG_KEY = "config.yaml";

/** The collector takes the programs' spans, asks their `/metrics`, and passes both on to AWS. */
export function addMonitoring(scope: Construct, environment: Environment, values: ClusterValues): void {
  const metadata = { name, namespace, labels: labelsOf(name) };
  addObject(
    scope,
    new ConfigMap({ metadata, data: { [CONFIG_KEY]: stringify(collectorConfig(values), { lineWidth: 0 }) } }),
  );
  addWorkload(scope, {
    name,
    namespace,
    image: foreignImages.collector,
    args: [`--config=${CONFIG_FOLDER}/${CONFIG_KEY}`],
    ports: { otlp: ports.otlp, health: COLLECTOR_HEALTH_PORT },
    probes: { port: "health", start: "/", live: "/", ready: "/", startSeconds: 30 },
    resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
    // One: two would ask every program twice.
    replicas: { fixed: 1 },
    settings: {},
    secrets: {},
    configFiles: { [CONFIG_FOLDER]: { configMap: name, key: CONFIG_KEY } },
    graceSeconds: 30,
    callsKubernetes: true,
  });
  addObject(
    scope,
    new Service({
      metadata,
      spec: { selector: { [APP_LABEL]: name }, ports: [{ name: "otlp", port: ports.otlp, targetPort: ports.otlp }] },
    }),
  );
  allowFindingPods(scope);
  addObject(
    scope,
    new ConfigMap({
      metadata: { name: "dashboard", namespace, labels: { grafana_dashboard: "1" } },
      data: { "erp-portal.json": JSON.stringify(grafanaDashboard(`ERP portal, ${environment.name}`)) },
    }),
  );
}

/** To ask the programs it has to know where they are, and nothing else. */
function allowFindingPods(scope: Construct): void {
  for (const where of scrapedNamespaces) {
    const metadata = { name: `find-pods-${where}`, namespace: where };
    addObject(
      scope,
      new Role({ metadata, rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] }] }),
    );
    addObject(
      scope,
      new RoleBinding({
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: metadata.name },
        subjects: [{ kind: "ServiceAccount", name, namespace }],
      }),
    );
  }
}
