import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn } from "../columns";

/** The contractual week (소정근로시간) that holds from `fromDay` until the next row of the person. */
export type EmployeeWeeklyHoursRow = {
  employeeId: EmployeeId;
  fromDay: CalendarDate;
  weeklyMinutes: number;
  /** Null where it came with the person: an invitation, a sign-up, or the time before there was a history. */
  changedBy: EmployeeId | null;
  changedAt: Date;
};

export const employeeWeeklyHours = new EntitySchema<EmployeeWeeklyHoursRow>({
  name: "employee_weekly_hours",
  columns: {
    employeeId: { ...idColumn, name: "employee_id", primary: true },
    fromDay: { ...dayColumn, name: "from_day", primary: true },
    weeklyMinutes: { type: "smallint", unsigned: true, name: "weekly_minutes" },
    changedBy: { ...idColumn, name: "changed_by", nullable: true },
    changedAt: { ...instantColumn, name: "changed_at" },
  },
});
