import { type ExportEmployeesInput, importColumns } from "@erp/contracts/employee-import";
import { positionNames, roleNames } from "@erp/contracts/roles";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { inTransaction } from "../transaction";
import { formatCsv } from "./employees.csv.rules";
import { conditionsOf } from "./employees.directory.queries";

const MINUTES_PER_HOUR = 60;

type Row = Pick<EmployeeRow, "email" | "name" | "position" | "role" | "hireDate" | "weeklyMinutes"> & {
  department: string;
  manager: string | null;
};

/**
 * The people of the roster's filters as a file that the import understands. A change, not a read, because it is written
 * down: who took the company's personal data out, and how much of it.
 */
export async function exportEmployees(ctx: Ctx, input: ExportEmployeesInput): Promise<{ csv: string; people: number }> {
  authorize(ctx, "employees:manage");
  const { where, values } = conditionsOf(input);
  const rows: Row[] = await ctx.mysql.query(
    `SELECT person.email, person.name, department.code AS department, person.position, person.role,
            person.hire_date AS hireDate, person.weekly_minutes AS weeklyMinutes, manager.email AS manager
       FROM employees person
       JOIN departments department ON department.id = person.department_id
       LEFT JOIN employees manager ON manager.id = person.manager_id
      WHERE ${where} ORDER BY person.name, person.id`,
    values,
  );
  await inTransaction(ctx, (tx) => recordAudit(ctx, tx, "employee.exported", "csv", { people: rows.length }));
  const header = Object.values(importColumns).map(({ ko }) => ko);
  return { csv: formatCsv([header, ...rows.map(cellsOf)]), people: rows.length };
}

function cellsOf({ email, name, department, position, role, hireDate, weeklyMinutes, manager }: Row): string[] {
  const hours = String(weeklyMinutes / MINUTES_PER_HOUR);
  return [email, name, department, positionNames[position].ko, roleNames[role].ko, hireDate, hours, manager ?? ""];
}
