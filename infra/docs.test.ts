/** Documents name commands, files and tests; these are there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventCommands } from "../apps/workers/src/commands/event-commands";
import { leaveCommands } from "../apps/workers/src/commands/leave-commands";
import { storeCommands } from "../apps/workers/src/commands/store-commands";
import { infraRoot, repoRoot } from "./commands/output";
import { fileOfTest, readTestFiles } from "./parity/find-tests";

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
