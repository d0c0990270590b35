import type { DirectoryEntry, EmployeeByIdInput, ListDirectoryInput, RosterEntry } from "@erp/contracts/employees";
import type { Page } from "@erp/contracts/paging";
import { hasPermission } from "@erp/contracts/permissions";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { departmentAndBelow } from "./employees.departments.queries";
import { canListLeavers, canSeeDepartment } from "./employees.policy";
import { personColumns } from "./employees.queries";

const directoryColumns = `${personColumns}, person.email, person.department_id AS departmentId, person.role, person.status`;

/**
 * STRAIGHT_JOIN: people are read in the order of the index and the page is full early; begun from the few departments,
 * the server would read and sort everybody. FORCE INDEX: left to itself it enters the index by the status alone, and
 * walks past everybody before the page.
 */
function tablesFor({ departmentId }: ListDirectoryInput): string {
  const index = departmentId ? "employees_by_department" : "employees_by_name";
  return `employees person FORCE INDEX (${index}) STRAIGHT_JOIN departments department ON department.id = person.department_id`;
}

/** Colleagues by name. Throws `request.forbidden` when somebody but HR asks for those who have left. */
export async function listDirectory(ctx: Ctx, input: ListDirectoryInput): Promise<Page<DirectoryEntry>> {
  const actor = authorize(ctx, "employees:view-directory");
  if (input.status === "LEAVER" && !canListLeavers(actor)) throw new DomainError("request.forbidden");
  const { where, values } = conditionsOf(input);
  const rows: DirectoryEntry[] = await ctx.mysql.query(
    `SELECT ${directoryColumns} FROM ${tablesFor(input)} WHERE ${where} ORDER BY person.name, person.id LIMIT ?`,
    [...values, input.limit + 1],
  );
  return pageOfRows(ctx, rows, input);
}

/** One colleague as the directory shows them; leavers too, because documents name them. Throws `employee.not-found`. */
export async function viewColleague(ctx: Ctx, { employeeId: id }: EmployeeByIdInput): Promise<DirectoryEntry> {
  authorize(ctx, "employees:view-directory");
  const [colleague]: DirectoryEntry[] = await ctx.mysql.query(
    `SELECT ${directoryColumns} FROM employees person JOIN departments department ON department.id = person.department_id WHERE person.id = ?`,
    [id],
  );
  if (!colleague) throw new DomainError("employee.not-found");
  return colleague;
}

/**
 * The people a manager answers for: their own department and those below; everybody for HR. Leavers are listed when
 * asked for. Throws `request.forbidden` for staff and for a department that is not theirs to see.
 */
export async function listRoster(ctx: Ctx, input: ListDirectoryInput): Promise<Page<RosterEntry>> {
  const actor = authorize(ctx, "employees:view-roster");
  const seesAll = hasPermission(actor.role, "employees:manage");
  const own = seesAll ? [] : await departmentAndBelow(ctx, actor.departmentId);
  if (input.departmentId && !canSeeDepartment(actor, input.departmentId, own))
    throw new DomainError("request.forbidden");
  const { where, values } = conditionsOf(input);
  const scope = seesAll ? { where: "", values: [] } : { where: " AND person.department_id IN (?)", values: [own] };
  const rows: RosterEntry[] = await ctx.mysql.query(
    `SELECT ${directoryColumns}, person.hire_date AS hireDate, person.left_on AS leftOn, manager.name AS managerName
       FROM ${tablesFor(input)} LEFT JOIN employees manager ON manager.id = person.manager_id
      WHERE ${where}${scope.where} ORDER BY person.name, person.id LIMIT ?`,
    [...values, ...scope.values, input.limit + 1],
  );
  return pageOfRows(ctx, rows, input);
}

type Conditions = { where: string; values: unknown[] };

/** The filters of a list of people, as SQL over `person`. */
export function conditionsOf(input: Omit<ListDirectoryInput, "limit">): Conditions {
  const chosen: [sql: string, ...values: unknown[]][] = [["person.status = ?", input.status]];
  if (input.departmentId) chosen.push(["person.department_id = ?", input.departmentId]);
  if (input.position) chosen.push(["person.position = ?", input.position]);
  if (input.search) {
    const pattern = `%${literalPattern(input.search)}%`;
    chosen.push(["(person.name LIKE ? ESCAPE '!' OR person.email LIKE ? ESCAPE '!')", pattern, pattern.toLowerCase()]);
  }
  if (input.cursor) {
    const name = "(SELECT name FROM employees WHERE id = ?)";
    const { cursor } = input;
    chosen.push([`person.name >= ${name} AND (person.name > ${name} OR person.id > ?)`, cursor, cursor, cursor]);
  }
  return { where: chosen.map(([sql]) => sql).join(" AND "), values: chosen.flatMap(([, ...values]) => values) };
}

/** The cursor is the id of the last person seen: short, and a name needs no encoding. */
async function pageOfRows<Row extends { id: string }>(
  ctx: Ctx,
  rows: Row[],
  { cursor, limit }: ListDirectoryInput,
): Promise<Page<Row>> {
  // Nobody follows the last one; nobody follows a cursor that is none either.
  if (rows.length === 0 && cursor !== undefined) await assertPerson(ctx, cursor);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function assertPerson(ctx: Ctx, id: string): Promise<void> {
  const found: unknown[] = await ctx.mysql.query("SELECT 1 FROM employees WHERE id = ?", [id]);
  if (found.length === 0) throw new DomainError("request.invalid");
}

/** What a person types is searched literally: `%` and `_` are characters, not wildcards. */
function literalPattern(text: string): string {
  return text.replaceAll(/[!%_]/g, (character) => `!${character}`);
}
