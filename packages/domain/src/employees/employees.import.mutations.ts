import {
  type ImportEmployeesInput,
  type ImportReport,
  importColumns,
  MAX_IMPORTED_ROWS,
} from "@erp/contracts/employee-import";
import type { EmployeeId } from "@erp/contracts/ids";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import {
  type CheckedRow,
  checkRows,
  departmentsByName,
  type ImportRow,
  type ImportWorld,
  type NamedDepartment,
  readImport,
} from "./employees.import.rules";
import { enterInvitee, newEmployee, refuseTakenEmail } from "./employees.mutations";

/**
 * Enters the people of a CSV file, all or none: a row that is wrong keeps everybody out, and the report names it. Each
 * gets an account and a mail from their event. Throws `employee.import-columns-missing`, `employee.import-too-many`, and
 * `employee.email-taken` where somebody was entered while the file was checked.
 */
export async function importEmployees(ctx: Ctx, { csv, dryRun }: ImportEmployeesInput): Promise<ImportReport> {
  authorize(ctx, "employees:manage");
  const { rows, missing } = readImport(csv);
  if (missing.length > 0) {
    const columns = missing.map((column) => importColumns[column].ko).join(", ");
    throw new DomainError("employee.import-columns-missing", { columns });
  }
  if (rows.length > MAX_IMPORTED_ROWS) throw new DomainError("employee.import-too-many", { limit: MAX_IMPORTED_ROWS });
  const checked = checkRows(rows, await readWorld(ctx, rows));
  const isClean = checked.every(({ problems }) => problems.length === 0);
  const imported = dryRun || !isClean ? 0 : await enterAll(ctx, checked);
  return { rows: checked.map(reportOf), imported };
}

function reportOf({ row, problems }: CheckedRow): ImportReport["rows"][number] {
  return { line: row.line, email: row.cells.email, name: row.cells.name, problems };
}

async function enterAll(ctx: Ctx, checked: readonly CheckedRow[]): Promise<number> {
  const entered = new Map<string, EmployeeId>();
  await inTransaction(ctx, async (tx) => {
    for (const { input } of checked) {
      if (!input) continue;
      const { managerEmail, ...person } = input;
      const managerId = managerEmail ? (entered.get(managerEmail) ?? null) : person.managerId;
      const invitee = newEmployee(ctx, { ...person, managerId });
      await enterInvitee(ctx, tx, invitee, { ...person, managerId });
      entered.set(invitee.email, invitee.id);
    }
    await recordAudit(ctx, tx, "employee.imported", "csv", { people: entered.size });
  }).catch(refuseTakenEmail);
  return entered.size;
}

async function readWorld(ctx: Ctx, rows: readonly ImportRow[]): Promise<ImportWorld> {
  const departments: NamedDepartment[] = await ctx.mysql.query(
    "SELECT id, code, name_ko AS nameKo, name_en AS nameEn FROM departments",
  );
  const emails = [...new Set(rows.flatMap(({ cells }) => [cells.email.toLowerCase(), cells.manager.toLowerCase()]))];
  const people: { id: EmployeeId; email: string; status: string }[] =
    emails.length === 0
      ? []
      : await ctx.mysql.query("SELECT id, email, status FROM employees WHERE email IN (?)", [emails]);
  return {
    departments: departmentsByName(departments),
    registered: new Set(people.map(({ email }) => email)),
    managers: new Map(people.filter(({ status }) => status === "ACTIVE").map(({ email, id }) => [email, id])),
  };
}
