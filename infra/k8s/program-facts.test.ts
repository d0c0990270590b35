/** What is said here of the programs, beside their sources. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GRACE_MS } from "../../apps/web/src/server/shut-down";
import { workerNames } from "../../apps/workers/src/env";
import { STOP_WITHIN_MS } from "../../apps/workers/src/stop-on-signals";
import { brokerSettings } from "../../packages/local-stack/src/servers/kafka";
import { addons } from "../aws/stacks/cluster/addons";
import { accountActions } from "../aws/stacks/cluster/pod-roles";
import { repoRoot } from "../commands/output";
import { leaving } from "../environments/leaving";
import { livenessPaths, readinessPaths, startPaths } from "../environments/readiness";
import { accountAdministrators, mailSender, namespaces } from "../environments/workloads";
import { findManifest, manifestsOf } from "../testing/manifests";
import { resourcesOf, synthesize } from "../testing/synthesized";
import { OFFSETS_RETENTION_MINUTES, RETENTION_DAYS } from "./charts/kafka";
import { readProgramFacts } from "./program-facts";
import { containersOf, ofKind, podLabelsOf, podOf } from "./rules/manifest-rule";
import { policiesOf, selects } from "./rules/network";
import { KAFKA_CLUSTER } from "./settings";

const read = (path: string) => readFileSync(join(repoRoot, path), "utf8");

describe("probes ask routes that exist", () => {
  it.each([
    ["web", "apps/web/src/server/answer.ts"],
    ["workers", "apps/workers/src/health-server.ts"],
  ] as const)("%s", (program, file) => {
    for (const paths of [startPaths, livenessPaths, readinessPaths])
      expect(read(file)).toContain(`"${paths[program]}"`);
  });

  it("soketi", () => {
    const entry = createRequire(join(repoRoot, "package.json")).resolve("@soketi/soketi/dist/server.js");
    const server = readFileSync(entry, "utf8");
    for (const path of [livenessPaths.soketi, readinessPaths.soketi])
      expect(server).toContain(`server.get(this.url('${path}')`);
  });
});

it("no store that is away takes web's pods out of the load balancer", async () => {
  const [container] = containersOf(findManifest(await manifestsOf("prod"), "Deployment", "web"));
  const asked = ["readinessProbe", "livenessProbe"].map((name) => container?.[name as "readinessProbe"]?.httpGet?.path);
  const byBalancer = resourcesOf(synthesize("prod"), "aws_lb_target_group").map(
    ({ values }) => (values.health_check as { path: string }).path,
  );
  expect([...asked, ...byBalancer]).not.toContain("/readyz");
  expect(asked).toEqual(["/servingz", "/healthz"]);
});

describe("programs end before Kubernetes ends them", () => {
  const graceOf = async (name: string) =>
    podOf(findManifest(await manifestsOf("prod"), "Deployment", name)).terminationGracePeriodSeconds ?? 0;
  /** For what is closed last: stores, spans that still have to be sent. */
  const closingSeconds = 10;

  it("web: pause, drain, requests under way, closing", async () => {
    const { pauseSeconds, drainSeconds } = leaving.web;
    expect(await graceOf("web")).toBeGreaterThanOrEqual(pauseSeconds + drainSeconds + GRACE_MS / 1000 + closingSeconds);
  });

  it("soketi: pause, and what it waits for its sockets", async () => {
    const [container] = containersOf(findManifest(await manifestsOf("prod"), "Deployment", "soketi"));
    const waitsMs = Number(container?.env?.find(({ name }) => name === "SOKETI_SHUTDOWN_GRACE_PERIOD")?.value);
    expect(await graceOf("soketi")).toBeGreaterThan(leaving.soketi.pauseSeconds + waitsMs / 1000);
  });

  it("workers: the stop that is cut short by themselves", async () => {
    expect(await graceOf("worker-approvals")).toBeGreaterThanOrEqual(STOP_WITHIN_MS / 1000 + closingSeconds);
  });
});

describe("what the programs are", () => {
  it("every worker the program knows has a Deployment, and there is no other", async () => {
    const deployments = ofKind(await manifestsOf("prod"), "Deployment").map(({ metadata }) => metadata.name);
    const workers = deployments
      .filter((name) => name.startsWith("worker-"))
      .map((name) => name.slice("worker-".length));
    expect(workers.sort()).toEqual([...workerNames].sort());
  });

  it("every topic of the catalog and its dead letters are KafkaTopics with the programs' partitions and retention", async () => {
    const { topics } = await readProgramFacts();
    expect(ofKind(await manifestsOf("prod"), "KafkaTopic").map(({ metadata }) => metadata.name)).toEqual(
      topics.map(({ name }) => name),
    );
    const admin = read("apps/workers/src/kafka-admin.ts");
    expect(admin).toContain(`RETENTION_MS = ${RETENTION_DAYS.events} * DAY_MS`);
    expect(admin).toContain(`DEAD_LETTER_RETENTION_MS = ${RETENTION_DAYS.deadLetters} * DAY_MS`);
  });

  it("every Kafka remembers what was redriven for longer than the dead letter lies there", async () => {
    const manifests = await manifestsOf("prod");
    expect(OFFSETS_RETENTION_MINUTES).toBeGreaterThan((RETENTION_DAYS.deadLetters + 7) * 24 * 60);
    const cluster = findManifest(manifests, "Kafka", KAFKA_CLUSTER) as { spec?: unknown };
    expect(cluster.spec).toMatchObject({
      kafka: { config: { "offsets.retention.minutes": OFFSETS_RETENTION_MINUTES } },
    });
    const atHome = brokerSettings({ kafka: 1, kafkaController: 2 }, "");
    expect(atHome["offsets.retention.minutes"]).toBe(OFFSETS_RETENTION_MINUTES);
    expect(read("compose.yaml")).toContain(`KAFKA_OFFSETS_RETENTION_MINUTES: "${OFFSETS_RETENTION_MINUTES}"`);
  });

  it("the rights on accounts are the calls that the identity package makes", () => {
    const calls = ["accounts", "cognito", "sign-in"].flatMap((file) => [
      ...read(`packages/identity/src/${file}.ts`).matchAll(/new (Admin\w+)Command\(/g),
    ]);
    const actions = calls.map(([, call]) => `cognito-idp:${call}`);
    expect([...new Set(actions)].sort()).toEqual([...accountActions].sort());
  });

  it("every workload with rights in AWS is there, under the name that Pod Identity knows", async () => {
    const accounts = ofKind(await manifestsOf("prod"), "ServiceAccount").filter(
      ({ metadata }) => metadata.namespace === namespaces.app,
    );
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining([...accountAdministrators, mailSender]),
    );
  });

  it("whoever acts in a role of AWS reaches the agent that hands out its credentials", async () => {
    const manifests = await manifestsOf("prod");
    const associations = resourcesOf(synthesize("prod"), "aws_eks_pod_identity_association").map(
      ({ values }) => values,
    );
    const ours = associations.filter(({ namespace }) => (Object.values(namespaces) as unknown[]).includes(namespace));
    expect(ours.length).toBeGreaterThan(2);
    for (const { namespace, service_account: account } of ours) {
      const pods = ofKind(manifests, "Deployment").find((each) => podOf(each).serviceAccountName === account);
      const outgoing = policiesOf(manifests, String(namespace))
        .filter(({ spec }) => pods && selects(spec, podLabelsOf(pods)))
        .flatMap(({ spec }) => spec.egress ?? []);
      const agent = { to: [{ ipBlock: { cidr: "169.254.170.23/32" } }], ports: [{ protocol: "TCP", port: 80 }] };
      expect(outgoing, String(account)).toContainEqual(agent);
    }
  });

  it("network policies are enforced, not only written", () => {
    const cni = addons.find(({ name }) => name === "vpc-cni");
    expect(cni?.settings).toMatchObject({ enableNetworkPolicy: "true" });
  });
});
