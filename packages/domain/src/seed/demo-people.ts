import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import { type Position, position, type Role } from "@erp/contracts/roles";
import { departments } from "@erp/db/mysql/entities/departments";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { recordAudit } from "../audit";
import type { Ctx } from "../context";
import { recordPost } from "../employees/employees.posts.mutations";
import { DomainError } from "../errors";
import { findDemoPeople } from "../identity/identity.demo.queries";
import { DEMO_COMPANY, DEMO_PASSWORD } from "../identity/identity.demo.rules";
import { buildDepartment } from "../testing/build-department";
import { buildEmployee } from "../testing/build-employee";
import { inTransaction } from "../transaction";
import { type DemoProfile, demoDepartments, demoProfiles, demoTiles } from "./demo-people.data";

export type DemoPerson = { login: string; id: EmployeeId; email: string; name: string; role: Role; department: string };

/**
 * Loads the thirty people of Hanbit, or what is missing of them after a load that was cut short. That all are there is
 * noted last; from then on nothing is touched. Throws `identity.demo-only` for a deployment that is no demo, and for the
 * database of a real company.
 */
export async function loadDemoPeople(ctx: Ctx): Promise<DemoPerson[]> {
  if (!ctx.settings.isDemoCompany) throw new DomainError("identity.demo-only");
  if ((await findDemoPeople(ctx)) !== null) return listDemoPeople(ctx);
  await assertNobodyElse(ctx);
  await loadEverybody(ctx);
  const people = await listDemoPeople(ctx);
  await noteLoaded(ctx, people);
  return people;
}

export function demoEmail(login: string): string {
  return `${login}@hanbit.example`;
}

async function assertNobodyElse(ctx: Ctx): Promise<void> {
  const [row]: { strangers: number }[] = await ctx.mysql.query(
    "SELECT COUNT(*) AS strangers FROM employees WHERE email NOT IN (?)",
    [demoProfiles.map(({ login }) => demoEmail(login))],
  );
  if (row?.strangers !== 0) throw new DomainError("identity.demo-only");
}

async function loadEverybody(ctx: Ctx): Promise<void> {
  const departmentIds = new Map<string, DepartmentId>();
  for (const { parent, ...department } of demoDepartments) {
    const existing = await ctx.mysql.manager.findOneBy(departments, { code: department.code });
    const parentId = parent === null ? null : idOf(departmentIds, parent);
    departmentIds.set(department.code, (existing ?? (await buildDepartment(ctx, { ...department, parentId }))).id);
  }
  const personIds = new Map<string, EmployeeId>();
  for (const profile of demoProfiles) {
    const existing = await ctx.mysql.manager.findOneBy(employees, { email: demoEmail(profile.login) });
    const employee = existing ?? (await loadPerson(ctx, profile, departmentIds, personIds));
    personIds.set(profile.login, employee.id);
  }
}

async function loadPerson(
  ctx: Ctx,
  profile: DemoProfile,
  departmentIds: ReadonlyMap<string, DepartmentId>,
  personIds: ReadonlyMap<string, EmployeeId>,
): Promise<EmployeeRow> {
  const { name, department, manager } = profile;
  const email = demoEmail(profile.login);
  const { subject } = await ctx.identity.createWithPassword({ email, name, password: DEMO_PASSWORD });
  await ctx.identity.mirrorAttributes(email, { name, department, position: profile.position });
  const employee = await buildEmployee(ctx, {
    email,
    name,
    cognitoSubject: subject,
    departmentId: idOf(departmentIds, department),
    managerId: manager === null ? null : idOf(personIds, manager),
    hireDate: hireDate(ctx, profile.monthsAgo),
  });
  await climb(ctx, employee, profile);
  return employee;
}

function idOf<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" is named before it is there`);
  return id;
}

/** Everybody began as 사원; the promotions since lie evenly between the hire date and today. */
async function climb(ctx: Ctx, employee: EmployeeRow, profile: DemoProfile): Promise<void> {
  const ladder = position.options;
  const rank = ladder.indexOf(profile.position);
  if (rank === 0) return;
  const daysServed = daysBetween(employee.hireDate, koreanDate(ctx.clock.now()));
  await inTransaction(ctx, async (tx) => {
    for (let step = 1; step <= rank; step += 1) {
      const reached = ladder[step] as Position;
      const role = step === rank ? profile.role : "STAFF";
      const fromDay = addDays(employee.hireDate, Math.floor((daysServed * step) / (rank + 1)));
      await recordPost(ctx, tx, { ...employee, position: reached, role }, fromDay);
    }
    await tx.update(employees, { id: employee.id }, { position: profile.position, role: profile.role });
  });
}

async function listDemoPeople(ctx: Ctx): Promise<DemoPerson[]> {
  const rows: Omit<DemoPerson, "login">[] = await ctx.mysql.query(
    `SELECT person.id, person.email, person.name, person.role, department.name_ko AS department
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE person.email IN (?)`,
    [demoProfiles.map(({ login }) => demoEmail(login))],
  );
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return demoProfiles.flatMap(({ login }) => {
    const row = byEmail.get(demoEmail(login));
    return row ? [{ ...row, login }] : [];
  });
}

async function noteLoaded(ctx: Ctx, people: readonly DemoPerson[]): Promise<void> {
  const signInAs = demoTiles.flatMap((login) => people.find((person) => person.login === login)?.id ?? []);
  await inTransaction(ctx, (tx) => recordAudit(ctx, tx, "demo-company.loaded", DEMO_COMPANY, { signInAs }));
}

/** The first of the month, as Korean companies like it; never in the future. */
function hireDate(ctx: Ctx, monthsAgo: number): CalendarDate {
  const [year = 0, month = 1] = koreanDate(ctx.clock.now()).split("-").map(Number);
  const months = year * 12 + (month - 1) - monthsAgo;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01` as CalendarDate;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
