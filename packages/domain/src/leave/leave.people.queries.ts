import type { CalendarDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { EntityManager } from "typeorm";
import { DomainError } from "../errors";

/** Whom leave is about: what the rules need to know of a person. */
export type LeaveSubject = {
  id: EmployeeId;
  hireDate: CalendarDate;
  weeklyMinutes: number;
  /** The last day of employment, null while employed. */
  leftOn: CalendarDate | null;
  /** The person's department and those above it, up to the head office. */
  departmentPath: DepartmentId[];
};

/** Deeper than any company; ends the walk should the rows ever form a ring. */
const DEEPEST_TREE = 20;

/** Throws `employee.not-found`. */
export async function findSubject(manager: EntityManager, id: EmployeeId): Promise<LeaveSubject> {
  const [[person], departments]: [Omit<LeaveSubject, "departmentPath">[], { id: DepartmentId }[]] = await Promise.all([
    manager.query(
      "SELECT id, hire_date AS hireDate, weekly_minutes AS weeklyMinutes, left_on AS leftOn FROM employees WHERE id = ?",
      [id],
    ),
    manager.query(
      `WITH RECURSIVE above (id, parent_id, height) AS (
         SELECT department.id, department.parent_id, 0
           FROM employees JOIN departments department ON department.id = employees.department_id WHERE employees.id = ?
         UNION ALL
         SELECT department.id, department.parent_id, above.height + 1
           FROM above JOIN departments department ON department.id = above.parent_id WHERE above.height < ${DEEPEST_TREE}
       )
       SELECT id FROM above ORDER BY height`,
      [id],
    ),
  ]);
  if (!person) throw new DomainError("employee.not-found");
  return { ...person, departmentPath: departments.map((department) => department.id) };
}
