/** How operators' commands are started: the script, with a kubectl that only writes down what it was given. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { infraRoot } from "../commands/output";
import type { Manifest } from "../k8s/objects";
import { containersOf, specOf } from "../k8s/rules/manifest-rule";
import { validateObject } from "../k8s/validate-object";
import { findManifest, manifestsOf } from "../testing/manifests";

const kubectl = `#!/usr/bin/env bash
here="$(dirname "$0")"
case "$1 $2" in
  "create job") sed "s/JOB_NAME/$3/" "$here/template.json" ;;
  "create --filename") cat > "$here/created.json" ;;
  logs*) echo "2 dead letters" ;;
  "get job") echo "$OUTCOME" ;;
esac
`;

describe("operate.sh", () => {
  const folder = mkdtempSync(join(tmpdir(), "erp-operate-"));

  beforeAll(async () => {
    writeFileSync(join(folder, "kubectl"), kubectl, { mode: 0o755 });
    const operate = findManifest(await manifestsOf("prod"), "CronJob", "operate");
    const { jobTemplate } = specOf<{ jobTemplate: object }>(operate);
    const metadata = { name: "JOB_NAME", namespace: operate.metadata.namespace };
    const job = { apiVersion: "batch/v1", kind: "Job", metadata, ...jobTemplate };
    writeFileSync(join(folder, "template.json"), JSON.stringify(job));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function operate(outcome: string, ...args: string[]) {
    return spawnSync(join(infraRoot, "pipeline/scripts/operate.sh"), args, {
      encoding: "utf8",
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, OUTCOME: outcome },
    });
  }

  it("makes a Job of the command, and shows what it says", () => {
    const command = ["events:replay", "erp.approvals.v1", "--from", "2026-11-20T09:00:00+09:00"];
    const { status, stdout, stderr } = operate("SuccessCriteriaMet Complete", ...command);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "2 dead letters\n", stderr: "" });
    const created = JSON.parse(readFileSync(join(folder, "created.json"), "utf8")) as Manifest;
    expect(() => validateObject(created)).not.toThrow();
    expect(created.metadata.name).toMatch(/^operate-\d+$/);
    expect(containersOf(created)[0]?.args).toEqual(["dist/commands.js", ...command]);
  });

  it("ends with an error when the command does", () => {
    const { status, stderr } = operate("FailureTarget Failed", "approvals:verify");
    expect(status).toBe(1);
    expect(stderr).toContain("approvals:verify did not succeed");
  });

  it("never runs by itself", async () => {
    expect(findManifest(await manifestsOf("prod"), "CronJob", "operate").spec).toMatchObject({ suspend: true });
  });
});
