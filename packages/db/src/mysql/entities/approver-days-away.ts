import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, primaryIdColumn } from "../columns";

/** A day of approved leave, as approvals have been told: on it the person's standing substitute decides. */
export type ApproverDayAwayRow = { requestId: DocumentId; day: CalendarDate; employeeId: EmployeeId };

export const approverDaysAway = new EntitySchema<ApproverDayAwayRow>({
  name: "approver_days_away",
  columns: {
    requestId: { ...primaryIdColumn, name: "request_id" },
    day: { ...dayColumn, primary: true },
    employeeId: { ...idColumn, name: "employee_id" },
  },
});
