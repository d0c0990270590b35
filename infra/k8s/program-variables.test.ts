/** What the manifests tell the programs, beside what the programs' schemas ask for: the same names, both ways. */
import { describe, expect, it } from "vitest";
import { readServerEnv } from "../../apps/web/src/server/env";
import { eventsEnv, migrateEnv, readEnv, workersEnv } from "../../apps/workers/src/env";
import { runtimeEnv } from "../../packages/domain/src/runtime";
import { allEnvironments } from "../environments/environments";
import { findManifest, manifestsOf } from "../testing/manifests";
import type { Manifest } from "./objects";
import { readProgramFacts } from "./program-facts";
import { containersOf, ofKind } from "./rules/manifest-rule";

/** Read by the programs, and left out on purpose. */
const leftOut: Record<string, string> = {
  COGNITO_ENDPOINT: "Cognito is AWS's own here",
  DEMO_COMPANY: "production has no demo company",
  MAIL_OUTBOX_URL: "mails leave through SES",
  KAFKA_NAMESPACE: "each environment has brokers of its own",
  REQUESTS_PER_MINUTE_PER_PERSON: "the program's own number is right",
  REQUESTS_PER_MINUTE_PER_SOURCE: "the program's own number is right",
};

/** Set for Node and its libraries rather than for a schema of ours. */
const ofNode = ["NODE_ENV", "NODE_OPTIONS"];

const { consumers } = await readProgramFacts();
const web = namesAsked(() => readServerEnv());
const workers = namesAsked(() => readEnv(workersEnv));
const migrate = namesAsked(() => readEnv(migrateEnv));
/** Some of the operators' commands open the stores, the others Kafka. */
const operate = namesAsked(() => readEnv(runtimeEnv.extend(eventsEnv.shape)));

describe.each(allEnvironments.map(({ name }) => name))("variables in %s", async (name) => {
  const manifests = await manifestsOf(name);
  const job = ofKind(manifests, "Job")[0] as Manifest;

  it("web is told what it asks for, and nothing else", () => {
    expectSameNames(variablesOf(findManifest(manifests, "Deployment", "web")), web);
  });

  it.each(["relay", ...consumers.map(({ group }) => group)])(
    "worker-%s is told what it asks for, and nothing else",
    (work) => {
      expectSameNames(variablesOf(findManifest(manifests, "Deployment", `worker-${work}`)), workers);
    },
  );

  it("migrate is told what it asks for, and nothing else", () => {
    expectSameNames(variablesOf(job, "migrate"), migrate);
  });

  it("operators' commands are told what they ask for, and nothing else", () => {
    expectSameNames(variablesOf(findManifest(manifests, "CronJob", "operate")), operate);
  });

  it.each(["relay", ...consumers.map(({ group }) => group)])(
    "worker-%s does that work, and the program knows it",
    (work) => {
      const [container] = containersOf(findManifest(manifests, "Deployment", `worker-${work}`));
      const told = container?.env?.find((variable) => variable.name === "WORKERS")?.value;
      expect(workersEnv.shape.WORKERS.parse(told)).toEqual([work]);
    },
  );
});

function variablesOf(manifest: Manifest, containerName?: string): Set<string> {
  const containers = containersOf(manifest).filter((container) => !containerName || container.name === containerName);
  return new Set(containers.flatMap(({ env = [] }) => env.map((variable) => variable.name)));
}

function expectSameNames(told: ReadonlySet<string>, asked: ReadonlySet<string>): void {
  const unheard = [...told].filter((name) => !asked.has(name) && !ofNode.includes(name));
  const missing = [...asked].filter((name) => !told.has(name) && !(name in leftOut));
  const needlessly = [...told].filter((name) => name in leftOut);
  expect({ unheard, missing, needlessly }).toEqual({ unheard: [], missing: [], needlessly: [] });
}

/** The names a program looks up in its environment, heard by being that environment. What it then says does not matter. */
function namesAsked(read: () => unknown): Set<string> {
  const names = new Set<string>();
  const surroundings = process.env;
  const get = (_: object, name: string | symbol) => {
    if (typeof name === "string") names.add(name);
    return undefined;
  };
  process.env = new Proxy({}, { get, has: () => true });
  try {
    read();
  } catch {
    // Nothing was set, so it refuses; by then it has asked for everything.
  } finally {
    process.env = surroundings;
  }
  return new Set([...names].filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name)));
}
