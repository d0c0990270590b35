import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findProcess, listProcesses, readLogTail, startProcess, stopProcess } from "./processes";
import { findProfile, type Profile } from "./profiles";
import { waitUntil } from "./wait";

let profile: Profile;

beforeEach(() => {
  const dir = mkdtempSync(join(tmpdir(), "erp-processes-"));
  profile = { ...findProfile("test"), dir, runDir: join(dir, "run"), logDir: join(dir, "logs") };
});

afterEach(async () => {
  for (const { name } of listProcesses(profile)) await stopProcess(profile, name);
  rmSync(profile.dir, { recursive: true });
});

const sleeper = { file: process.execPath, args: ["-e", "console.log('awake'); setInterval(() => {}, 1000)"] };

function isInProcessTable(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a started process is found by its record, and gone after its stop", async () => {
  const { pid } = startProcess(profile, "sleeper", sleeper);
  expect(findProcess(profile, "sleeper")?.pid).toBe(pid);
  expect(await waitUntil(() => readLogTail(profile, "sleeper") === "awake")).toBe(true);
  expect(await stopProcess(profile, "sleeper")).toBe(true);
  expect(findProcess(profile, "sleeper")).toBeUndefined();
  // Its entry stays in the process table for a moment, until this process has been told of the end.
  expect(await waitUntil(() => !isInProcessTable(pid))).toBe(true);
});

test("a foreign process that has got the recorded pid is left alone", async () => {
  const { pid } = startProcess(profile, "sleeper", sleeper);
  const record = join(profile.runDir, "sleeper.json");
  const original = readFileSync(record, "utf8");
  writeFileSync(record, JSON.stringify({ ...JSON.parse(original), startTime: "1" }));
  expect(await stopProcess(profile, "sleeper")).toBe(false);
  expect(() => process.kill(pid, 0)).not.toThrow();
  writeFileSync(record, original);
});

test("a process that does not listen is killed in the end", async () => {
  const stubborn = {
    file: process.execPath,
    args: ["-e", "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)"],
  };
  startProcess(profile, "stubborn", stubborn);
  await waitUntil(() => readLogTail(profile, "stubborn") === "deaf");
  await stopProcess(profile, "stubborn", { timeoutMs: 300 });
  expect(findProcess(profile, "stubborn")).toBeUndefined();
});
