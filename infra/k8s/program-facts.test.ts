/** What is said here of the programs, beside their sources. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workerNames } from "../../apps/workers/src/env";
import { addons } from "../aws/stacks/cluster/addons";
import { accountActions } from "../aws/stacks/cluster/pod-roles";
import { repoRoot } from "../commands/output";
import { livenessPaths, readinessPaths } from "../environments/readiness";
import { accountAdministrators, namespaces } from "../environments/workloads";
import { manifestsOf } from "../testing/manifests";
import { RETENTION_DAYS } from "./charts/kafka";
import { readProgramFacts } from "./program-facts";
import { ofKind } from "./rules/manifest-rule";

const read = (path: string) => readFileSync(join(repoRoot, path), "utf8");

describe("probes ask routes that exist", () => {
  it.each([
    ["web", "apps/web/src/server/answer.ts"],
    ["workers", "apps/workers/src/health-server.ts"],
  ] as const)("%s", (program, file) => {
    expect(read(file)).toContain(`"${livenessPaths[program]}"`);
    expect(read(file)).toContain(`"${readinessPaths[program]}"`);
  });

  it("soketi", () => {
    const entry = createRequire(join(repoRoot, "package.json")).resolve("@soketi/soketi/dist/server.js");
    const server = readFileSync(entry, "utf8");
    for (const path of [livenessPaths.soketi, readinessPaths.soketi])
      expect(server).toContain(`server.get(this.url('${path}')`);
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
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining(accountAdministrators));
  });

  it("network policies are enforced, not only written", () => {
    const cni = addons.find(({ name }) => name === "vpc-cni");
    expect(cni?.settings).toMatchObject({ enableNetworkPolicy: "true" });
  });
});
