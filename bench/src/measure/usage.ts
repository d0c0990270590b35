import { findProcess } from "@erp/local-stack/processes";
import { findProfile } from "@erp/local-stack/profiles";
import { cpuOfTree, readProcesses, readResidentBytes } from "./process-tree";

/** Every program of the portal, in the groups the tables show. */
export const programGroups = {
  web: ["web"],
  workers: ["workers"],
  stores: ["mysql", "postgres", "mongo", "redis"],
  transport: ["kafka", "soketi"],
  identity: ["cognito"],
} as const;
export type ProgramGroup = keyof typeof programGroups;

/** CPU milliseconds used so far, by group; `generator` is this process, which shares the machine. */
export type CpuUse = Record<ProgramGroup | "generator", number>;

let lastRead: CpuUse | null = null;

/**
 * Reads what every program has used since its start. Programs that do not run here (containers, external) count nothing.
 * A child that ends while the list is read is counted neither by itself nor by its parent; the next look has it again.
 */
export function readCpuUse(): CpuUse {
  let use = readOnce();
  for (let attempt = 1; lastRead !== null && hasFallen(lastRead, use) && attempt < 5; attempt += 1) use = readOnce();
  lastRead = use;
  return use;
}

function hasFallen(before: CpuUse, now: CpuUse): boolean {
  return Object.values(cpuSince(before, now)).some((milliseconds) => milliseconds < 0);
}

function readOnce(): CpuUse {
  const processes = readProcesses();
  const cpuOf = (group: ProgramGroup) => pidsOf(group).reduce((sum, pid) => sum + cpuOfTree(pid, processes), 0);
  const { user, system } = process.cpuUsage();
  return {
    web: cpuOf("web"),
    workers: cpuOf("workers"),
    stores: cpuOf("stores"),
    transport: cpuOf("transport"),
    identity: cpuOf("identity"),
    generator: (user + system) / 1000,
  };
}

/** What was used between two readings. */
export function cpuSince(before: CpuUse, now: CpuUse = readCpuUse()): CpuUse {
  return mapCpu(now, (milliseconds, group) => milliseconds - before[group]);
}

export function mapCpu(use: CpuUse, change: (milliseconds: number, group: keyof CpuUse) => number): CpuUse {
  const groups = Object.keys(use) as (keyof CpuUse)[];
  return Object.fromEntries(groups.map((group) => [group, change(use[group], group)])) as CpuUse;
}

/** Resident memory in bytes; null when the program does not run on this machine. */
export function readMemory(program: "web" | "workers"): number | null {
  const [pid] = pidsOf(program);
  return pid === undefined ? null : readResidentBytes(pid);
}

function pidsOf(group: ProgramGroup): number[] {
  const profile = findProfile("bench");
  return programGroups[group].map((name) => findProcess(profile, name)?.pid).filter((pid) => pid !== undefined);
}
