import type { DocumentStatus } from "@erp/contracts/approvals";
import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** The wish to take back approved leave from a day on. */
export type LeaveCancellationRow = {
  /** Also the id of its approval document. */
  id: DocumentId;
  requestId: DocumentId;
  fromDay: CalendarDate;
  reason: string;
  /** Its document's. */
  status: Exclude<DocumentStatus, "DRAFT">;
  requestedAt: Date;
  endedAt: Date | null;
};

export const leaveCancellations = new EntitySchema<LeaveCancellationRow>({
  name: "leave_cancellations",
  columns: {
    id: primaryIdColumn,
    requestId: { ...idColumn, name: "request_id" },
    fromDay: { ...dayColumn, name: "from_day" },
    reason: textColumn(500),
    status: textColumn(12),
    requestedAt: { ...instantColumn, name: "requested_at" },
    endedAt: { ...instantColumn, name: "ended_at", nullable: true },
  },
});
