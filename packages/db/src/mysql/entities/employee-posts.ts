import type { CalendarDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Position, Role } from "@erp/contracts/roles";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** A post a person has held since `fromDay`. Append-only: the newest row is the present post. */
export type EmployeePostRow = {
  id: string;
  employeeId: EmployeeId;
  fromDay: CalendarDate;
  departmentId: DepartmentId;
  position: Position;
  role: Role;
  /** Null where the system did it: a self sign-up. */
  changedBy: EmployeeId | null;
  changedAt: Date;
};

export const employeePosts = new EntitySchema<EmployeePostRow>({
  name: "employee_posts",
  columns: {
    id: primaryIdColumn,
    employeeId: { ...idColumn, name: "employee_id" },
    fromDay: { ...dayColumn, name: "from_day" },
    departmentId: { ...idColumn, name: "department_id" },
    position: textColumn(20),
    role: textColumn(20),
    changedBy: { ...idColumn, name: "changed_by", nullable: true },
    changedAt: { ...instantColumn, name: "changed_at" },
  },
});
