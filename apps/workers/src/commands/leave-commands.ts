import { type Drift, reconcileLedger } from "@erp/domain/leave/leave.reconcile.mutations";
import { type Command, print } from "./command";
import { withRuntime } from "./with-runtime";

const reconcile: Command = {
  name: "ledger:reconcile",
  usage: "",
  help: "compares the leave ledger with itself and with the law, prints what differs and mends it by further entries",
  run: async () => {
    const drifts = await withRuntime("ledger:reconcile", reconcileLedger);
    for (const drift of drifts) print(describe(drift));
    print(drifts.length === 0 ? "no drift" : `${drifts.length} differences mended`);
    return 0;
  },
};

function describe(drift: Drift): string {
  if (drift.kind === "grants-differ") return `grants and lapses that were missing: ${drift.entries} entries`;
  const { kind, employeeId, minutes } = drift;
  if (kind === "balance-differs") return `${employeeId}: the balance differed from its entries by ${minutes} minutes`;
  return `${employeeId}: ${minutes} minutes were used that no hold stood behind`;
}

export const leaveCommands: readonly Command[] = [reconcile];
