import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { LeaveStatus } from "@erp/contracts/leave-requests";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** Leave that somebody asked for. */
export type LeaveRequestRow = {
  /** Also the id of its approval document. */
  id: DocumentId;
  employeeId: EmployeeId;
  fromDay: CalendarDate;
  toDay: CalendarDate;
  /** As `encodeLeavePart` writes it. */
  part: string;
  /** What it is charged now. */
  leaveMinutes: number;
  reason: string;
  status: LeaveStatus;
  requestedAt: Date;
  endedAt: Date | null;
};

export const leaveRequests = new EntitySchema<LeaveRequestRow>({
  name: "leave_requests",
  columns: {
    id: primaryIdColumn,
    employeeId: { ...idColumn, name: "employee_id" },
    fromDay: { ...dayColumn, name: "from_day" },
    toDay: { ...dayColumn, name: "to_day" },
    part: textColumn(10),
    leaveMinutes: { type: "int", unsigned: true, name: "leave_minutes" },
    reason: textColumn(500),
    status: textColumn(10),
    requestedAt: { ...instantColumn, name: "requested_at" },
    endedAt: { ...instantColumn, name: "ended_at", nullable: true },
  },
});
