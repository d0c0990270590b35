import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, primaryIdColumn } from "../columns";

/** A day, or a part of one, on which somebody is away or has asked to be. It goes when the leave comes to nothing. */
export type LeaveDayRow = {
  requestId: DocumentId;
  day: CalendarDate;
  employeeId: EmployeeId;
  /** Minutes of work since the beginning of the person's day; the end is exclusive. */
  startMinute: number;
  endMinute: number;
};

export const leaveDays = new EntitySchema<LeaveDayRow>({
  name: "leave_days",
  columns: {
    requestId: { ...primaryIdColumn, name: "request_id" },
    day: { ...dayColumn, primary: true },
    employeeId: { ...idColumn, name: "employee_id" },
    startMinute: { type: "smallint", unsigned: true, name: "start_minute" },
    endMinute: { type: "smallint", unsigned: true, name: "end_minute" },
  },
});
