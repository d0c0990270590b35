#!/usr/bin/env node
/**
 * The door to all commands. Plain Node without any package, because it must work on a fresh clone:
 * it installs the packages when they are missing or out of date, then hands over to src/cli.ts.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const lockFile = `${root}package-lock.json`;
const installedMarker = `${root}node_modules/.package-lock.json`;
const stampFile = `${root}node_modules/.lock-hash`;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `✗ Node ${process.versions.node} is too old\n  → install Node 20.19 or newer, for example: nvm install 24`,
  );
  process.exit(1);
}

if (!arePackagesInstalled()) installPackages();

const { register } = await import("tsx/esm/api");
register();
await import("../src/cli.ts");

/** By content, because a checkout touches the lockfile without changing it; or by time, when npm was run by hand. */
function arePackagesInstalled() {
  if (!existsSync(installedMarker)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hashLockFile()) return true;
  const isInstalledByHand = statSync(installedMarker).mtimeMs + 5_000 >= statSync(lockFile).mtimeMs;
  if (isInstalledByHand) writeFileSync(stampFile, hashLockFile());
  return isInstalledByHand;
}

function installPackages() {
  const begin = Date.now();
  // `npm ci` begins with deleting everything, which an outdated folder does not need: the lockfile is followed either way.
  const command = existsSync(installedMarker) ? ["install", "--no-save"] : ["ci"];
  console.error(`installing the npm packages of package-lock.json (npm ${command.join(" ")})`);
  const { status } = spawnSync("npm", [...command, "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    console.error(
      "✗ the installation failed\n  → run `npm ci` by hand to see all of its output; `npm config get registry` tells where it looks",
    );
    process.exit(1);
  }
  writeFileSync(stampFile, hashLockFile());
  console.error(`✓ npm packages installed (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
}

function hashLockFile() {
  return createHash("sha256").update(readFileSync(lockFile)).digest("hex");
}
