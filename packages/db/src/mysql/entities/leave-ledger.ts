import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { LedgerKind } from "@erp/contracts/leave";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** One change of somebody's leave. Append-only: the balance is the sum of `minutes`, always. */
export type LedgerEntryRow = {
  id: string;
  employeeId: EmployeeId;
  lotKey: string;
  /** Counts the entries of a lot from 1; unique with it, so two writers cannot both have seen the same state. */
  lotEntry: number;
  kind: LedgerKind;
  minutes: number;
  effectiveOn: CalendarDate;
  /** The request and the day of leave it is about; null for grants, adjustments and expiry. */
  requestId: DocumentId | null;
  leaveDay: CalendarDate | null;
  /** The entry that this one ends or takes back; unique, so that every hold and every use ends at most once. */
  endsEntryId: string | null;
  reason: string | null;
  /** Null where the system acted. */
  actorId: EmployeeId | null;
  recordedAt: Date;
};

export const leaveLedger = new EntitySchema<LedgerEntryRow>({
  name: "leave_ledger",
  columns: {
    id: primaryIdColumn,
    employeeId: { ...idColumn, name: "employee_id" },
    lotKey: { ...textColumn(90), name: "lot_key" },
    lotEntry: { type: "int", unsigned: true, name: "lot_entry" },
    kind: textColumn(10),
    minutes: { type: "int" },
    effectiveOn: { ...dayColumn, name: "effective_on" },
    requestId: { ...idColumn, name: "request_id", nullable: true },
    leaveDay: { ...dayColumn, name: "leave_day", nullable: true },
    endsEntryId: { ...idColumn, name: "ends_entry_id", nullable: true },
    reason: { ...textColumn(500), nullable: true },
    actorId: { ...idColumn, name: "actor_id", nullable: true },
    recordedAt: { ...instantColumn, name: "recorded_at" },
  },
});
