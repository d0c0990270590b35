import type { Signal } from "@erp/contracts/realtime";

/** One decision makes several signals within milliseconds; together they cost one round of reads. */
export const GATHER_MS = 60;

/** Gathers signals for a moment and hands on each subject once. */
export function createSignalQueue(handle: (signals: Signal[]) => void) {
  let waiting = new Map<string, Signal>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush() {
    timer = null;
    const signals = [...waiting.values()];
    waiting = new Map();
    handle(signals);
  }

  return {
    add(signal: Signal) {
      waiting.set(subjectOf(signal), signal);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function subjectOf(signal: Signal): string {
  if (signal.about === "approvals") return `approvals:${signal.documentId}`;
  if (signal.about === "employees") return `employees:${signal.employeeId}`;
  return signal.about;
}
