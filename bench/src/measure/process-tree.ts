import { readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time in hundredths of a second for everybody (USER_HZ), whatever the kernel's own clock. */
const MILLISECONDS_PER_TICK = 10;

export type ProcessStat = { pid: number; parentPid: number; cpuMilliseconds: number };

/**
 * One line of /proc/<pid>/stat. The CPU time includes that of children that have ended, so the sum over a tree never
 * loses what a short-lived child has used.
 */
export function parseStat(line: string): ProcessStat {
  // The command's name stands in parentheses and may contain anything, spaces and parentheses too.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return {
    pid: Number.parseInt(line, 10),
    parentPid: Number(fields[1]),
    cpuMilliseconds: ticks * MILLISECONDS_PER_TICK,
  };
}

/** Every process of the machine that can be seen. */
export function readProcesses(): ProcessStat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readIfThere(`/proc/${pid}/stat`))
    .filter((line) => line !== null)
    .map(parseStat);
}

/** CPU time of a process with all its descendants: PostgreSQL, for one, has a process per connection. */
export function cpuOfTree(root: number, processes: readonly ProcessStat[]): number {
  const family = new Set([root]);
  // A child may stand before its parent in the list: go on until nobody is added.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { pid, parentPid } of processes) if (family.has(parentPid)) family.add(pid);
  }
  return processes.filter(({ pid }) => family.has(pid)).reduce((sum, { cpuMilliseconds }) => sum + cpuMilliseconds, 0);
}

/** Resident memory of one process in bytes; null when it is gone. */
export function readResidentBytes(pid: number): number | null {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`) ?? "")?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** A process may end between being listed and being read. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
