/** How a release begins: the script, with tools that stand in for AWS, the registry and the cluster. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { infraRoot } from "../commands/output";
import { surroundings } from "../environments/env";

const registry = "111122223333.dkr.ecr.ap-northeast-2.amazonaws.com";
const hasJq = spawnSync("jq", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "erp-deploy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The registry shows signatures to who signed in; the release is stopped by its first step after that. */
const STOPPED = 7;
const aws = `#!/usr/bin/env bash
case "$1 $2" in
  "ecr get-login-password") echo password ;;
  "s3 sync") exit ${STOPPED} ;;
esac
`;
const cosign = `#!/usr/bin/env bash
here="\${0%/*}"
case "$1" in
  login) echo "\${*: -1} $(cat)" > "$here/signed-in" ;;
  verify) [[ -f "$here/signed-in" ]] && echo "\${*: -1}" >> "$here/verified" ;;
esac
`;

it.skipIf(!hasJq)("signs in to the registry before it asks for signatures, and verifies every image", () => {
  writeFileSync(join(folder, "aws"), aws, { mode: 0o755 });
  writeFileSync(join(folder, "cosign"), cosign, { mode: 0o755 });
  const images = { web: `${registry}/erp-prod/web@sha256:1`, workers: `${registry}/erp-prod/workers@sha256:2` };
  writeFileSync(join(folder, "images.json"), JSON.stringify(images));
  const { status } = spawnSync(join(infraRoot, "pipeline/scripts/deploy.sh"), [join(folder, "images.json"), folder], {
    cwd: folder,
    env: {
      ...surroundings.all,
      PATH: `${folder}:${surroundings.path}`,
      ENVIRONMENT: "prod",
      AWS_REGION: "ap-northeast-2",
      STATIC_BUCKET: "static",
      SIGNING_KEY: "awskms:///key",
      IMAGE_REGISTRY: `${registry}/erp-prod`,
    },
  });
  expect(status).toBe(STOPPED);
  expect(readFileSync(join(folder, "signed-in"), "utf8")).toBe(`${registry} password\n`);
  expect(existsSync(join(folder, "verified"))).toBe(true);
  expect(readFileSync(join(folder, "verified"), "utf8").trim().split("\n")).toEqual(Object.values(images));
});
