import type { EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { primaryIdColumn } from "../columns";

/** How many days somebody has attended; counted under this row's lock. */
export type AttendanceCountRow = { employeeId: EmployeeId; attendedDays: number };

export const attendanceCounts = new EntitySchema<AttendanceCountRow>({
  name: "attendance_counts",
  columns: {
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    attendedDays: { type: "int", unsigned: true, name: "attended_days" },
  },
});
