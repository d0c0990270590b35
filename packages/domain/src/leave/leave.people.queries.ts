import type { CalendarDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { EntityManager } from "typeorm";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { readWeeklyHours } from "../employees/employees.hours.queries";
import type { WeeklyHours } from "../employees/employees.hours.rules";
import { DomainError } from "../errors";

/** Whom leave is about: what the rules need to know of a person. */
export type LeaveSubject = {
  id: EmployeeId;
  departmentId: DepartmentId;
  hireDate: CalendarDate;
  hours: WeeklyHours;
  /** The last day of employment, null while employed. */
  leftOn: CalendarDate | null;
};

/** Throws `employee.not-found`. */
export async function findSubject(manager: EntityManager, id: EmployeeId): Promise<LeaveSubject> {
  const [[person], hours] = await Promise.all([
    manager.query<Omit<LeaveSubject, "hours">[]>(
      "SELECT id, department_id AS departmentId, hire_date AS hireDate, left_on AS leftOn FROM employees WHERE id = ?",
      [id],
    ),
    readWeeklyHours(manager, [id]),
  ]);
  if (!person) throw new DomainError("employee.not-found");
  return { ...person, hours: hours.get(id) ?? [] };
}

/** The departments whose people are a manager's own; none for anybody else. */
export async function ownDepartments(ctx: Ctx, actor: EmployeeActor): Promise<DepartmentId[]> {
  return actor.role === "MANAGER" ? departmentAndBelow(ctx, actor.departmentId) : [];
}
