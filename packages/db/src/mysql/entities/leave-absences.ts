import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { AbsenceKind } from "@erp/contracts/leave";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** A day somebody was away without annual leave, as HR has found; the law's attendance tests count them. */
export type LeaveAbsenceRow = {
  employeeId: EmployeeId;
  day: CalendarDate;
  kind: AbsenceKind;
  reason: string;
  recordedBy: EmployeeId;
  recordedAt: Date;
};

export const leaveAbsences = new EntitySchema<LeaveAbsenceRow>({
  name: "leave_absences",
  columns: {
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    day: { ...dayColumn, primary: true },
    kind: textColumn(12),
    reason: textColumn(500),
    recordedBy: { ...idColumn, name: "recorded_by" },
    recordedAt: { ...instantColumn, name: "recorded_at" },
  },
});
