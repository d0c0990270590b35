import { cpus, loadavg, totalmem } from "node:os";

/** What somebody must know to compare these figures with others; nothing that tells whose machine it is. */
export type Machine = { cores: number; processor: string; memoryBytes: number; node: string; loadBefore: number };

export function describeMachine(): Machine {
  const [first, ...others] = cpus();
  return {
    cores: others.length + 1,
    processor: first?.model.trim() ?? "unknown",
    memoryBytes: totalmem(),
    node: process.version,
    // Somebody else's work during the measurement shows here, as runnable processes in the last minute.
    loadBefore: loadavg()[0] ?? 0,
  };
}
