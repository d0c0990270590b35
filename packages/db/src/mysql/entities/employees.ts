import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeStatus } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Position, Role } from "@erp/contracts/roles";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** A person of the company as they are now. Never deleted: a leaver keeps history. */
export type EmployeeRow = {
  id: EmployeeId;
  /** The identity service's id of the account; null until an invited person has one. */
  cognitoSubject: string | null;
  email: string;
  name: string;
  departmentId: DepartmentId;
  position: Position;
  role: Role;
  hireDate: CalendarDate;
  /** The latest to be known, for programs from before `employee_weekly_hours`, which says from which day which hours hold. */
  weeklyMinutes: number;
  managerId: EmployeeId | null;
  status: EmployeeStatus;
  leftOn: CalendarDate | null;
  /** Counts edits, so that two people editing at once give one edit and one conflict. */
  version: number;
  createdAt: Date;
};

export const employees = new EntitySchema<EmployeeRow>({
  name: "employees",
  columns: {
    id: primaryIdColumn,
    cognitoSubject: { ...textColumn(64), name: "cognito_subject", nullable: true },
    email: textColumn(254),
    name: textColumn(50),
    departmentId: { ...idColumn, name: "department_id" },
    position: textColumn(20),
    role: textColumn(20),
    hireDate: { ...dayColumn, name: "hire_date" },
    weeklyMinutes: { type: "smallint", unsigned: true, name: "weekly_minutes" },
    managerId: { ...idColumn, name: "manager_id", nullable: true },
    status: textColumn(10),
    leftOn: { ...dayColumn, name: "left_on", nullable: true },
    version: { type: "int", unsigned: true },
    createdAt: { ...instantColumn, name: "created_at" },
  },
});
