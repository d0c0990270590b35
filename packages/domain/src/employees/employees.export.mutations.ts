import { koreanDate } from "@erp/contracts/dates";
import { type ExportEmployeesInput, importColumns } from "@erp/contracts/employee-import";
import type { EmployeeId } from "@erp/contracts/ids";
import { positionNames, roleNames } from "@erp/contracts/roles";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { inTransaction } from "../transaction";
import { formatCsv } from "./employees.csv.rules";
import { conditionsOf } from "./employees.directory.queries";
import { readWeeklyHours } from "./employees.hours.queries";
import { weeklyMinutesOn } from "./employees.hours.rules";

const MINUTES_PER_HOUR = 60;

type Row = Pick<EmployeeRow, "id" | "email" | "name" | "position" | "role" | "hireDate"> & {
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
    `SELECT person.id, person.email, person.name, department.code AS department, person.position, person.role,
            person.hire_date AS hireDate, manager.email AS manager
       FROM employees person
       JOIN departments department ON department.id = person.department_id
       LEFT JOIN employees manager ON manager.id = person.manager_id
      WHERE ${where} ORDER BY person.name, person.id`,
    values,
  );
  const hours = await readWeeklyHours(
    ctx.mysql.manager,
    rows.map(({ id }) => id),
  );
  const today = koreanDate(ctx.clock.now());
  const hoursToday = (id: EmployeeId) => weeklyMinutesOn(hours.get(id) ?? [], today) / MINUTES_PER_HOUR;
  await inTransaction(ctx, (tx) => recordAudit(ctx, tx, "employee.exported", "csv", { people: rows.length }));
  const header = Object.values(importColumns).map(({ ko }) => ko);
  return { csv: formatCsv([header, ...rows.map((row) => cellsOf(row, hoursToday(row.id)))]), people: rows.length };
}

function cellsOf({ email, name, department, position, role, hireDate, manager }: Row, weeklyHours: number): string[] {
  const post = [positionNames[position].ko, roleNames[role].ko];
  return [email, name, department, ...post, hireDate, String(weeklyHours), manager ?? ""];
}
