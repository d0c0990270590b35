/** A company of many employees in MySQL: departments of fifty, each with a manager. */
import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import { position } from "@erp/contracts/roles";
import type { StoredPerson } from "@erp/db/mongo/models/approval-document";
import { type DepartmentRow, departments } from "@erp/db/mysql/entities/departments";
import { type EmployeePostRow, employeePosts } from "@erp/db/mysql/entities/employee-posts";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import type { Ctx } from "@erp/domain/context";
import { personColumns } from "@erp/domain/employees/employees.queries";
import { newId } from "@erp/domain/new-id";
import { pick, scatter } from "./scatter";

export type Colleague = StoredPerson & { email: string };

/** `managers[n]` leads the department of `staff` whose index divided by the staff of a department is n. */
export type Company = { managers: Colleague[]; staff: Colleague[] };

const DEPARTMENT_SIZE = 50;
const STAFF_PER_DEPARTMENT = DEPARTMENT_SIZE - 1;
const ROWS_PER_INSERT = 1_000;

const surnames = [..."김이박최정강조윤장임한오서신권황안송류홍"];
const givenNames = [
  "서준",
  "민준",
  "도윤",
  "하준",
  "지호",
  "서연",
  "하은",
  "지우",
  "수아",
  "지민",
  "현우",
  "예린",
  "은호",
  "다온",
  "시윤",
  "채원",
];

/** Adds what is missing of the company, so that a second run finds its people again. */
export async function loadCompany(ctx: Ctx, size: number): Promise<Company> {
  const teams = await loadDepartments(ctx, Math.ceil(size / DEPARTMENT_SIZE));
  const there = await ctx.mysql.query("SELECT COUNT(*) AS total FROM employees WHERE email LIKE 'bench-%'");
  const missing = Array.from({ length: size }, (_, index) => index).slice(Number(there[0].total));
  const leaders = new Map((await readColleagues(ctx, "MANAGER")).map(({ id }, index) => [index, id]));
  const rows = missing.map((index) => newEmployee(ctx, index, teams, leaders));
  await insertInParts(rows, (part) => ctx.mysql.manager.insert(employees, part));
  await insertInParts(
    rows.map((row) => firstPost(ctx, row)),
    (part) => ctx.mysql.manager.insert(employeePosts, part),
  );
  return { managers: await readColleagues(ctx, "MANAGER"), staff: await readColleagues(ctx, "STAFF") };
}

/** The manager above one of `company.staff`. */
export function managerOf(company: Company, staffIndex: number): Colleague {
  return pick(company.managers, Math.floor(staffIndex / STAFF_PER_DEPARTMENT));
}

async function loadDepartments(ctx: Ctx, count: number): Promise<DepartmentId[]> {
  const find = () => ctx.mysql.query("SELECT id FROM departments WHERE code LIKE 'BENCH_%' ORDER BY code");
  const found: { id: DepartmentId }[] = await find();
  const rows = Array.from({ length: count }, (_, index): DepartmentRow => {
    const number = String(index + 1).padStart(4, "0");
    const names = { nameKo: `${index + 1}팀`, nameEn: `Team ${index + 1}` };
    return { id: newId(ctx.clock), code: `BENCH_${number}`, ...names, parentId: null, createdAt: ctx.clock.now() };
  });
  await insertInParts(rows.slice(found.length), (part) => ctx.mysql.manager.insert(departments, part));
  return ((await find()) as { id: DepartmentId }[]).map(({ id }) => id);
}

function newEmployee(ctx: Ctx, index: number, teams: DepartmentId[], leaders: Map<number, EmployeeId>): EmployeeRow {
  const team = Math.floor(index / DEPARTMENT_SIZE);
  const isManager = index % DEPARTMENT_SIZE === 0;
  const id = newId<EmployeeId>(ctx.clock);
  if (isManager) leaders.set(team, id);
  return {
    id,
    cognitoSubject: null,
    email: `bench-${String(index).padStart(6, "0")}@hanbit.example`,
    name: pick(surnames, scatter(index, 1, 1_000)) + pick(givenNames, scatter(index, 2, 1_000)),
    departmentId: pick(teams, team),
    position: isManager ? "BUJANG" : pick(position.options, scatter(index, 3, 4)),
    role: isManager ? "MANAGER" : "STAFF",
    hireDate: addDays("2014-01-02" as CalendarDate, scatter(index, 4, 4_000)),
    weeklyMinutes: 2400,
    managerId: isManager ? null : (leaders.get(team) ?? null),
    status: "ACTIVE",
    leftOn: null,
    version: 1,
    createdAt: ctx.clock.now(),
  };
}

function firstPost(ctx: Ctx, row: EmployeeRow): EmployeePostRow {
  const { id: employeeId, hireDate: fromDay, departmentId, position: rank, role, createdAt: changedAt } = row;
  return { id: newId(ctx.clock), employeeId, fromDay, departmentId, position: rank, role, changedBy: null, changedAt };
}

/** Somebody of the demo company. Throws when nobody has the address. */
export async function findColleague(ctx: Ctx, email: string): Promise<Colleague> {
  const [found] = await readPeople(ctx, "person.email = ?", email);
  if (!found) throw new Error(`nobody has the address ${email}`);
  return found;
}

/** In the order they were loaded: the first of each fifty is a manager, the others are their staff. */
function readColleagues(ctx: Ctx, role: "MANAGER" | "STAFF"): Promise<Colleague[]> {
  return readPeople(ctx, "person.email LIKE 'bench-%' AND person.role = ?", role);
}

function readPeople(ctx: Ctx, condition: string, value: string): Promise<Colleague[]> {
  return ctx.mysql.query(
    `SELECT ${personColumns}, person.email
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE ${condition} ORDER BY person.email`,
    [value],
  );
}

async function insertInParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await insert(rows.slice(start, start + ROWS_PER_INSERT));
  }
}
