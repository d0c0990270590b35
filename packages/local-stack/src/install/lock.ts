import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cacheDir } from "../paths";
import { report } from "../progress";

/** Lets only one run at a time install; the others wait. A lock left behind by a dead process is taken over. */
export async function withInstallLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(cacheDir, { recursive: true });
  const lock = join(cacheDir, "install.lock");
  let hasSaidSo = false;
  while (!takeLock(lock)) {
    if (!hasSaidSo) report("another run is installing; waiting for it");
    hasSaidSo = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isAlive(Number(readOwner(lock)))) rmSync(lock, { force: true });
    return false;
  }
}

function readOwner(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
