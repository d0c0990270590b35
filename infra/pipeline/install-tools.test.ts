import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { infraRoot } from "../commands/output";
import { surroundings } from "../environments/env";

const hasJq = spawnSync("jq", ["--version"]).status === 0;

it.skipIf(!hasJq)("a tool with another checksum than the written one is not installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "erp-tools-"));
  const target = mkdtempSync(join(tmpdir(), "erp-installed-"));
  // Stands in for the network: whatever is asked for, something else comes.
  writeFileSync(
    join(folder, "curl"),
    '#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\necho something else > "$2"\n',
  );
  chmodSync(join(folder, "curl"), 0o755);
  const { status, stdout } = spawnSync(join(infraRoot, "pipeline/scripts/install-tools.sh"), ["kubectl"], {
    env: { ...surroundings.all, PATH: `${folder}:${surroundings.path}`, TOOLS_FOLDER: target },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stdout).toContain("FAILED");
  expect(readdirSync(target)).toEqual([]);
});
