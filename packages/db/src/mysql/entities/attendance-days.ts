import type { DayClosing } from "@erp/contracts/attendance";
import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** One row a person and civil day in Korea, made by the check-in; the primary key is what makes a second one impossible. */
export type AttendanceDayRow = {
  employeeId: EmployeeId;
  day: CalendarDate;
  checkedInAt: Date;
  checkedOutAt: Date | null;
  workedMinutes: number | null;
  closing: DayClosing | null;
};

export const attendanceDays = new EntitySchema<AttendanceDayRow>({
  name: "attendance_days",
  columns: {
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    day: { ...dayColumn, primary: true },
    checkedInAt: { ...instantColumn, name: "checked_in_at" },
    checkedOutAt: { ...instantColumn, name: "checked_out_at", nullable: true },
    workedMinutes: { type: "smallint", unsigned: true, name: "worked_minutes", nullable: true },
    closing: { ...textColumn(10), nullable: true },
  },
});
