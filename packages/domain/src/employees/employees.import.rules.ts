import { type ImportColumn, type ImportProblem, importColumns } from "@erp/contracts/employee-import";
import { type InviteEmployeeInput, inviteEmployeeInput } from "@erp/contracts/employees";
import { fieldMessageOf } from "@erp/contracts/field-messages";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import { positionNames, role, roleNames } from "@erp/contracts/roles";
import type { LocalizedText } from "@erp/contracts/units";
import { parseCsv } from "./employees.csv.rules";

/** A line of the file, by column; empty where the cell is. */
export type ImportRow = { line: number; cells: Record<ImportColumn, string> };

/** What the file is checked against, and who of it may be entered. */
export type ImportWorld = {
  /** By code and by either name that is one department's alone, in lower case. */
  departments: ReadonlyMap<string, DepartmentId>;
  registered: ReadonlySet<string>;
  /** Who can be a manager: people who work here, by address. */
  managers: ReadonlyMap<string, EmployeeId>;
};

export type CheckedRow = {
  row: ImportRow;
  problems: ImportProblem[];
  /** What would be entered; null where something is wrong. `managerEmail` names somebody of an earlier line. */
  input: (InviteEmployeeInput & { managerEmail: string | null }) | null;
};

const requiredColumns: readonly ImportColumn[] = ["email", "name", "department", "position", "hireDate"];
const MINUTES_PER_HOUR = 60;

/** The rows of the file; or the columns that its first line lacks. */
export function readImport(csv: string): { rows: ImportRow[]; missing: ImportColumn[] } {
  const [header, ...lines] = parseCsv(csv);
  const names = (header?.cells ?? []).map((cell) => keyOf(importColumns, cell));
  const missing = requiredColumns.filter((column) => !names.includes(column));
  const rows = lines.map(({ line, cells }) => {
    const cellOf = (column: ImportColumn) => cells[names.indexOf(column)] ?? "";
    const columns = Object.keys(importColumns) as ImportColumn[];
    return { line, cells: Object.fromEntries(columns.map((column) => [column, cellOf(column)])) as ImportRow["cells"] };
  });
  return { rows, missing };
}

export type NamedDepartment = { id: DepartmentId; code: string; nameKo: string; nameEn: string };

/** By code and by name. A code is one department's alone and wins; a name that two of them share means neither. */
export function departmentsByName(departments: readonly NamedDepartment[]): Map<string, DepartmentId> {
  const byName = new Map<string, DepartmentId | null>();
  for (const { id, nameKo, nameEn } of departments) {
    for (const name of new Set([nameKo.toLowerCase(), nameEn.toLowerCase()]))
      byName.set(name, byName.has(name) ? null : id);
  }
  for (const { id, code } of departments) byName.set(code.toLowerCase(), id);
  return new Map([...byName].flatMap(([name, id]): [string, DepartmentId][] => (id === null ? [] : [[name, id]])));
}

/** Checks every row by itself and against those before it; nothing is looked up here. */
export function checkRows(rows: readonly ImportRow[], world: ImportWorld): CheckedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const checked = checkRow(row, world, seen);
    seen.add(row.cells.email.toLowerCase());
    return checked;
  });
}

function checkRow(row: ImportRow, world: ImportWorld, earlier: ReadonlySet<string>): CheckedRow {
  const { cells } = row;
  const email = cells.email.toLowerCase();
  const managerEmail = cells.manager.toLowerCase();
  const problems: ImportProblem[] = [];
  const say = (column: ImportColumn, message: string) => problems.push({ column, message });

  const departmentId = world.departments.get(cells.department.toLowerCase());
  if (cells.department && !departmentId) say("department", "department.not-found");
  const rank = keyOf(positionNames, cells.position);
  if (cells.position && !rank) say("position", "employee.position-unknown");
  const chosenRole = cells.role ? keyOf(roleNames, cells.role) : role.enum.STAFF;
  if (!chosenRole) say("role", "employee.role-unknown");
  const hours = cells.weeklyHours === "" ? 40 : Number(cells.weeklyHours);
  if (!(hours >= 1 && hours <= 52)) say("weeklyHours", "employee.hours-malformed");
  if (world.registered.has(email)) say("email", "employee.email-taken");
  if (earlier.has(email)) say("email", "employee.email-twice");
  const managerId = world.managers.get(managerEmail) ?? null;
  if (managerEmail && !managerId && !earlier.has(managerEmail)) say("manager", "employee.manager-unknown");

  const parsed = inviteEmployeeInput.safeParse({
    email: cells.email,
    name: cells.name,
    departmentId: departmentId ?? "",
    position: rank ?? "",
    role: chosenRole ?? role.enum.STAFF,
    hireDate: cells.hireDate,
    weeklyMinutes: Math.round((Number.isFinite(hours) ? hours : 40) * MINUTES_PER_HOUR),
    managerId,
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = columnOf(String(path[0]));
    if (!problems.some((problem) => problem.column === column)) say(column, fieldMessageOf(message));
  }
  if (!parsed.data || problems.length > 0) return { row, problems, input: null };
  return { row, problems, input: { ...parsed.data, managerEmail: managerId ? null : managerEmail || null } };
}

const columnsByField: Record<string, ImportColumn> = { departmentId: "department", weeklyMinutes: "weeklyHours" };

function columnOf(field: string): ImportColumn {
  return columnsByField[field] ?? (field as ImportColumn);
}

/** The key whose name this is, in either language or as the code itself; capitals and blanks do not matter. */
function keyOf<Key extends string>(names: Record<Key, LocalizedText>, text: string): Key | undefined {
  const wanted = plain(text);
  return (Object.entries(names) as [Key, LocalizedText][]).find(([key, { ko, en }]) =>
    [key, ko, en].some((name) => plain(name) === wanted),
  )?.[0];
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, "");
}
