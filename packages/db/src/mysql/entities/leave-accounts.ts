import type { EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { primaryIdColumn } from "../columns";

/** One row a person: whoever changes somebody's leave holds its lock. The balance repeats the ledger's sum; the database refuses one below zero. */
export type LeaveAccountRow = { employeeId: EmployeeId; balanceMinutes: number };

export const leaveAccounts = new EntitySchema<LeaveAccountRow>({
  name: "leave_accounts",
  columns: {
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    balanceMinutes: { type: "int", name: "balance_minutes" },
  },
});
