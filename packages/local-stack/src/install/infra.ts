/** infra/ is a workspace of its own, so that nobody who builds the portal installs its half gigabyte of AWS bindings. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repoRoot } from "../paths";
import { step } from "../progress";
import { run } from "../run";

export const infraRoot = join(repoRoot, "infra");
const stampFile = join(infraRoot, "node_modules/.lock-hash");

/** Installs what infra/package-lock.json says, unless exactly that is there already. */
export async function installInfra(): Promise<void> {
  const hash = createHash("sha256")
    .update(readFileSync(join(infraRoot, "package-lock.json")))
    .digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  // The bindings ask for Node 22 and run on 20.19. `npm test` hands the root's strictness down through the environment.
  const command = ["ci", "--no-audit", "--no-fund", "--engine-strict=false"];
  await step("packages of infra/", () =>
    run("npm", command, { cwd: infraRoot, remedy: "cd infra && npm ci shows all of it" }),
  );
  writeFileSync(stampFile, hash);
}
