import type { EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** Who did what to whom, when. Append-only, written in the transaction of the change. */
export type AuditEntryRow = {
  id: string;
  /** Null where the system acted. */
  actorId: EmployeeId | null;
  action: string;
  /** The id of what was changed. */
  subject: string;
  /** JSON text. Not a JSON column: MySQL's driver parses those, MariaDB's returns text. */
  detail: string;
  at: Date;
};

export const auditEntries = new EntitySchema<AuditEntryRow>({
  name: "audit_entries",
  columns: {
    id: primaryIdColumn,
    actorId: { ...idColumn, name: "actor_id", nullable: true },
    action: textColumn(60),
    subject: textColumn(64),
    detail: { type: "text" },
    at: instantColumn,
  },
});
