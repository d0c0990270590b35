import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repoRoot } from "../commands/output";
import { imageNames } from "../environments/images";
import { RUN_AS } from "../k8s/workload";
import { dockerfileRules } from "./dockerfile-rules";
import { parseDockerfile, readDockerfiles } from "./read-dockerfile";

const dockerfiles = readDockerfiles();

describe("every Dockerfile", () => {
  it.each(dockerfileRules)("$name", (rule) => expect(rule.find(dockerfiles)).toEqual([]));

  it("is there for every image the pipeline builds", () => {
    expect(dockerfiles.map(({ file }) => file)).toEqual(
      expect.arrayContaining(imageNames.map((name) => `${name}.Dockerfile`)),
    );
  });

  it("prunes with the turbo that the project uses", () => {
    const { devDependencies } = JSON.parse(readFileSync(join(repoRoot, "package.json"), "utf8"));
    const versions = dockerfiles.flatMap(({ text }) =>
      [...text.matchAll(/turbo@([\d.]+)/g)].map(([, version]) => version),
    );
    expect(new Set(versions)).toEqual(new Set([devDependencies.turbo]));
  });

  it("runs as the user that Kubernetes gives it", () => {
    for (const { text } of dockerfiles) expect(text).toContain(`USER ${RUN_AS}:${RUN_AS}`);
  });
});

const node = `FROM node:24-bookworm-slim@sha256:${"0".repeat(64)}`;
const end = 'USER 10001:10001\nENTRYPOINT ["node"]\nCMD ["main.js"]\n';

/** Broken on purpose: each line breaks the rule of its name. */
const broken: [what: string, text: string, rule: string][] = [
  [
    "unpin the base image",
    `FROM node:24-bookworm-slim\n${end}`,
    "base images are pinned: Node's by digest, others by their whole version",
  ],
  [
    "take the latest of another",
    `FROM quay.io/soketi/soketi:latest\n${end}`,
    "base images are pinned: Node's by digest, others by their whole version",
  ],
  ["go back to Node 20", `${node.replace("24", "20")}\n${end}`, "programs run on Node 24"],
  ["run as root", `${node}\nENTRYPOINT ["node"]\nCMD ["main.js"]\n`, "nothing runs as root"],
  ["run as a name", `${node}\nUSER node\nENTRYPOINT ["node"]\nCMD ["main.js"]\n`, "nothing runs as root"],
  [
    "start by a shell",
    `${node}\nUSER 10001:10001\nENTRYPOINT node main.js\nCMD ["x"]\n`,
    "the program itself gets the signals: no shell stands between",
  ],
  ["install without the lockfile", `${node}\nRUN npm install\n${end}`, "packages come from the lockfile"],
  ["run a download", `${node}\nRUN curl -s https://example.com/x | sh\n${end}`, "nothing is downloaded and run unseen"],
  [
    "run any version of a tool",
    `${node}\nRUN npx --yes turbo@latest prune\n${end}`,
    "nothing is downloaded and run unseen",
  ],
  ["build a secret in", `${node}\nENV SESSION_SECRET=x\n${end}`, "no secret is built in"],
];

describe("broken on purpose", () => {
  it.each(broken)("%s", (_, text, name) => {
    const rule = dockerfileRules.find((each) => each.name === name);
    expect(rule?.find([parseDockerfile("broken.Dockerfile", text)])).not.toEqual([]);
  });
});
