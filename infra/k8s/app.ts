import { App, Chart, Testing, YamlOutputType } from "cdk8s";
import type { Construct } from "constructs";
import type { Environment } from "../environments/environment";
import { addKafka } from "./charts/kafka";
import { addKafkaUsers } from "./charts/kafka-users";
import { addMigrate } from "./charts/migrate";
import { addMonitoring } from "./charts/monitoring";
import { addNamespaces } from "./charts/namespaces";
import { addNetworkPolicies } from "./charts/network-policies";
import { addOperate } from "./charts/operate";
import { addSecrets } from "./charts/secrets";
import { addSoketi } from "./charts/soketi";
import { addWeb } from "./charts/web";
import { addWorkers } from "./charts/workers";
import type { Manifest } from "./objects";
import { type ProgramFacts, readProgramFacts } from "./program-facts";
import type { ClusterValues } from "./values";

/** In the order in which the pipeline applies them: nothing starts before what it needs is there. */
export const chartNames = [
  "namespaces",
  "network-policies",
  "secrets",
  "kafka",
  "migrate",
  "operate",
  "monitoring",
  "soketi",
  "workers",
  "web",
] as const;
export type ChartName = (typeof chartNames)[number];

type Add = (scope: Construct) => void;

function contents(environment: Environment, values: ClusterValues, facts: ProgramFacts): Record<ChartName, Add> {
  return {
    namespaces: addNamespaces,
    "network-policies": (scope) => addNetworkPolicies(scope, environment),
    secrets: (scope) => addSecrets(scope, environment, values),
    kafka: (scope) => {
      addKafka(scope, environment, facts);
      addKafkaUsers(scope, facts);
    },
    migrate: (scope) => addMigrate(scope, values),
    operate: (scope) => addOperate(scope, environment, values),
    monitoring: (scope) => addMonitoring(scope, environment, values),
    soketi: (scope) => addSoketi(scope, environment, values),
    workers: (scope) => addWorkers(scope, environment, values, facts),
    web: (scope) => addWeb(scope, environment, values),
  };
}

/** Writes one file a chart into the folder, numbered in their order. */
export async function writeManifests(environment: Environment, values: ClusterValues, outdir: string): Promise<void> {
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_CHART });
  addCharts(app, environment, values, await readProgramFacts());
  app.synth();
}

/** The same objects, to look at. */
export async function buildManifests(environment: Environment, values: ClusterValues): Promise<Manifest[]> {
  const charts = addCharts(Testing.app(), environment, values, await readProgramFacts());
  return charts.flatMap((chart) => chart.toJson() as Manifest[]);
}

function addCharts(app: App, environment: Environment, values: ClusterValues, facts: ProgramFacts): Chart[] {
  const add = contents(environment, values, facts);
  const charts = chartNames.map((name) => {
    const chart = new Chart(app, name, { disableResourceNameHashes: true });
    add[name](chart);
    return chart;
  });
  for (const [index, chart] of charts.entries()) {
    const before = charts[index - 1];
    if (before) chart.addDependency(before);
  }
  return charts;
}
