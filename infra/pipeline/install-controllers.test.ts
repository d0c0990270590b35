/** What the controllers are installed with: the script, with tools that only write down what they were given. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { infraRoot } from "../commands/output";
import { surroundings } from "../environments/env";
import { namespaces } from "../environments/workloads";

const recorder = `#!/usr/bin/env bash
(printf '%s\\t' "\${0##*/}" "$@"; echo) >> "\${0%/*}/calls"
if [[ "$1 $2" == "eks describe-cluster" ]]; then echo vpc-0123; fi
`;

/** Charts whose `serviceAccount` is a map with a name in it. Strimzi's is a text, KEDA has one for each program. */
const withNamedAccount = ["aws-load-balancer-controller", "external-secrets"];

const hasJq = spawnSync("jq", ["--version"]).status === 0;

describe.skipIf(!hasJq)("install-controllers.sh", () => {
  const folder = mkdtempSync(join(tmpdir(), "erp-controllers-"));
  const calls: string[][] = [];
  const helmOf = (name: string) => calls.find((call) => call[0] === "helm" && call[2] === name) ?? [];
  const settingsOf = (name: string, flag: string) => helmOf(name).filter((_, index, call) => call[index - 1] === flag);
  const releases = () => calls.filter(([tool]) => tool === "helm").map(([, , name = ""]) => name);

  beforeAll(() => {
    for (const tool of ["aws", "kubectl", "helm"]) writeFileSync(join(folder, tool), recorder, { mode: 0o755 });
    const env = {
      ...surroundings.all,
      PATH: `${folder}:${surroundings.path}`,
      ENVIRONMENT: "prod",
      AWS_REGION: "ap-northeast-2",
    };
    const script = join(infraRoot, "pipeline/scripts/install-controllers.sh");
    const { status, stderr } = spawnSync(script, { env, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
    calls.push(...lines.map((line) => line.split("\t").filter((word) => word !== "")));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names the service account only where the chart has a place for its name", () => {
    expect(releases().length).toBeGreaterThan(3);
    const named = releases().filter((name) =>
      settingsOf(name, "--set").some((value) => value.startsWith("serviceAccount")),
    );
    expect(named).toEqual(withNamedAccount);
    for (const name of withNamedAccount) expect(settingsOf(name, "--set")).toContain(`serviceAccount.name=${name}`);
  });

  it("tells the load balancer controller its cluster and network, which it cannot ask its node for", () => {
    const settings = settingsOf("aws-load-balancer-controller", "--set");
    expect(settings).toEqual(expect.arrayContaining(["clusterName=erp-prod-cluster", "vpcId=vpc-0123"]));
    expect(calls.flat().filter((word) => word.includes("$"))).toEqual([]);
  });

  it("gives annotations as text, whatever they look like", () => {
    const typed = releases().flatMap((name) => settingsOf(name, "--set"));
    const texts = releases().flatMap((name) => settingsOf(name, "--set-string"));
    expect(typed.filter((value) => /annotations/i.test(value))).toEqual([]);
    expect(texts.filter((value) => /annotations/i.test(value))).toHaveLength(3);
  });

  it("makes the namespace that a chart puts roles into before the chart", () => {
    const namespaceAt = calls.findIndex((call) => call.slice(0, 4).join(" ") === "kubectl create namespace erp");
    const watched = settingsOf("strimzi", "--set").find((value) => value.startsWith("watchNamespaces="));
    expect(watched).toBe(`watchNamespaces={${namespaces.app}}`);
    expect(namespaceAt).toBeGreaterThanOrEqual(0);
    expect(namespaceAt).toBeLessThan(calls.indexOf(helmOf("strimzi")));
  });
});
