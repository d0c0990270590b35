/** Documents name commands, files and tests; these are there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventCommands } from "../apps/workers/src/commands/event-commands";
import { leaveCommands } from "../apps/workers/src/commands/leave-commands";
import { storeCommands } from "../apps/workers/src/commands/store-commands";
import { infraRoot, repoRoot } from "./commands/output";
import { specOf } from "./k8s/rules/manifest-rule";
import { fileOfTest, readTestFiles } from "./parity/find-tests";
import { findManifest, manifestsOf } from "./testing/manifests";
import { resourcesOf, synthesize } from "./testing/synthesized";

const read = (path: string) => readFileSync(join(repoRoot, path), "utf8");
const runbook = read("docs/runbook.md");
const threats = read("docs/threat-model.md");

describe("the runbook", () => {
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

  it.each([
    "Bootstrap",
    "Deploy",
    "Rollback",
    "Restore from backup",
    "Rotate secrets",
    "Kafka outage",
    "MongoDB outage",
    "Upgrade",
  ])("says what to do: %s", (heading) => expect(headings).toContain(heading));

  it("names commands that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...runbook.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

describe("what the runbook says of a release and of a restore", () => {
  it("names the minutes after which a release gives up", async () => {
    const [, progress, all] = runbook.match(/no progress for (\d+) minutes, or are not all there after (\d+)/) ?? [];
    const web = findManifest(await manifestsOf("prod"), "Deployment", "web");
    expect(specOf<{ progressDeadlineSeconds: number }>(web).progressDeadlineSeconds).toBe(Number(progress) * 60);
    const waits = read("infra/pipeline/scripts/deploy.sh").matchAll(/rollout status .*--timeout=(\d+)m/g);
    expect([...new Set([...waits].map(([, minutes]) => minutes))]).toEqual([all]);
  });

  it("moves in Terraform's state what is there, under the names it has", () => {
    const { resources, environment } = synthesize("prod");
    const moved = [...runbook.matchAll(/terraform (?:state rm|import) (\w+)\.(\w+)/g)];
    expect(moved.length).toBeGreaterThan(1);
    for (const [, type, id] of moved) expect(resources.some((each) => each.type === type && each.id === id)).toBe(true);
    const [database] = resourcesOf({ resources }, "aws_db_instance");
    const named = runbook.match(/terraform import aws_db_instance\.mysql ([\w-]+)/)?.[1];
    expect(named?.replace("ENV", environment.name)).toBe(database?.values.identifier);
    const keys = resourcesOf({ resources }, "aws_kms_alias").map(({ values }) => values.name);
    const key = runbook.match(/--master-user-secret-kms-key-id ([\w/-]+)/)?.[1];
    expect(keys).toContain(key?.replace("ENV", environment.name));
  });
});

describe("operators' commands in the runbook", () => {
  const commands = [...storeCommands, ...eventCommands, ...leaveCommands].map(({ name }) => name);
  const named = [...runbook.matchAll(/operate\.sh ([\w:-]+)/g)].map(([, name = ""]) => name);

  it("are there, as they are typed", () => {
    expect(new Set(named).size).toBeGreaterThan(5);
    expect(commands).toEqual(expect.arrayContaining(named));
  });
});

describe("the threat model", () => {
  const files = [
    ...readTestFiles(infraRoot),
    ...["approvals", "identity"].flatMap((domain) =>
      readTestFiles(join(repoRoot, "packages/domain/src", domain)).map((file) => ({
        ...file,
        path: `domain/${file.path}`,
      })),
    ),
  ];
  const listed = [...threats.matchAll(/^\| (.+?) \| (.+?) \| `(.+?)` \|$/gm)].map(([, threat = "", , title = ""]) => ({
    threat,
    title,
  }));

  it("lists threats, each with a test", () => expect(listed.length).toBeGreaterThanOrEqual(20));
  it.each(listed)("$threat: its test is there", ({ title }) => expect(fileOfTest(files, title)).toBeDefined());
});
