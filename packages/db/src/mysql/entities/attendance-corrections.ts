import type { DocumentStatus } from "@erp/contracts/approvals";
import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** What somebody wants a day of theirs corrected to; no hours: they were not there. */
export type AttendanceCorrectionRow = {
  /** Also the id of its approval document. */
  id: DocumentId;
  employeeId: EmployeeId;
  day: CalendarDate;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  reason: string;
  /** Its document's. */
  status: Exclude<DocumentStatus, "DRAFT">;
  requestedAt: Date;
  endedAt: Date | null;
};

export const attendanceCorrections = new EntitySchema<AttendanceCorrectionRow>({
  name: "attendance_corrections",
  columns: {
    id: primaryIdColumn,
    employeeId: { ...idColumn, name: "employee_id" },
    day: dayColumn,
    checkedInAt: { ...instantColumn, name: "checked_in_at", nullable: true },
    checkedOutAt: { ...instantColumn, name: "checked_out_at", nullable: true },
    reason: textColumn(500),
    status: textColumn(12),
    requestedAt: { ...instantColumn, name: "requested_at" },
    endedAt: { ...instantColumn, name: "ended_at", nullable: true },
  },
});
