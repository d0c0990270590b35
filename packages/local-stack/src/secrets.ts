import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "./profiles";

export interface Secrets {
  session: string;
  soketi: string;
  mysqlApp: string;
  mysqlAdmin: string;
}

/** Made once per profile and kept, so that a restart signs nobody out and a wiped test profile keeps its URLs. */
export function readSecrets(profile: Profile): Secrets {
  const file = join(profile.dir, "secrets.json");
  if (!existsSync(file)) writeSecrets(file, profile);
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}

function writeSecrets(file: string, profile: Profile): void {
  mkdirSync(profile.dir, { recursive: true });
  const secrets: Secrets = { session: random(32), soketi: random(16), mysqlApp: random(12), mysqlAdmin: random(12) };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** Begins with a letter: Soketi parses its settings as JSON, and hexadecimal digits alone may look like a number. */
function random(bytes: number): string {
  return `k${randomBytes(bytes).toString("hex")}`;
}
