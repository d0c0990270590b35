import type { EmployeeId } from "@erp/contracts/ids";
import type { Signal } from "@erp/contracts/realtime";

/** One decision makes several signals within milliseconds; together they cost one round of reads. */
export const GATHER_MS = 60;
/** A whole department comes to work within minutes: what shows all of it is read again about once a second, not each time. */
export const GATHER_TEAM_MS = 800;

/** Gathers signals for a moment and hands on each subject once. `readerId` is whose page it is. */
export function createSignalQueue(readerId: EmployeeId, handle: (signals: Signal[]) => void) {
  const gatherings = new Map<number, Gathering>();

  function flush(afterMs: number) {
    const signals = [...(gatherings.get(afterMs)?.signals.values() ?? [])];
    gatherings.delete(afterMs);
    handle(signals);
  }

  return {
    add(signal: Signal) {
      const afterMs = isOfTeam(signal, readerId) ? GATHER_TEAM_MS : GATHER_MS;
      const gathering = gatherings.get(afterMs) ?? { signals: new Map(), timer: setTimeout(flush, afterMs, afterMs) };
      gatherings.set(afterMs, gathering);
      gathering.signals.set(subjectOf(signal), signal);
    },
    close() {
      for (const { timer } of gatherings.values()) clearTimeout(timer);
    },
  };
}

type Gathering = { signals: Map<string, Signal>; timer: ReturnType<typeof setTimeout> };

function isOfTeam(signal: Signal, readerId: EmployeeId): boolean {
  return signal.about === "team-calendar" || (signal.about === "attendance" && signal.employeeId !== readerId);
}

function subjectOf(signal: Signal): string {
  if (signal.about === "approvals") return `approvals:${signal.documentId}`;
  if (signal.about === "employees") return `employees:${signal.employeeId}`;
  return signal.about;
}
