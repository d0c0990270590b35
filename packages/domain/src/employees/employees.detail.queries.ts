import { koreanDate } from "@erp/contracts/dates";
import type { EmployeeByIdInput, EmployeeDetail, MeView, PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { departmentAndBelow } from "./employees.departments.queries";
import { readWeeklyHoursOf } from "./employees.hours.queries";
import { weeklyMinutesOn } from "./employees.hours.rules";
import { canSeeDepartment } from "./employees.policy";
import { findPeople, personColumns } from "./employees.queries";

const personTables = "employees person JOIN departments department ON department.id = person.department_id";

/** The signed-in person. Throws `request.signed-out` when the account is gone. */
export async function viewMe(ctx: Ctx): Promise<MeView> {
  const actor = authorize(ctx, "identity:own-session");
  const [me]: MeView[] = await ctx.mysql.query(
    `SELECT ${personColumns}, person.email, person.department_id AS departmentId, person.role, person.hire_date AS hireDate
       FROM ${personTables} WHERE person.id = ?`,
    [actor.id],
  );
  if (!me) throw new DomainError("request.signed-out");
  return me;
}

/** A person's file. Throws `employee.not-found`, and `request.forbidden` when it is not the actor's to see. */
export async function viewEmployee(ctx: Ctx, { employeeId }: EmployeeByIdInput): Promise<EmployeeDetail> {
  const actor = authorize(ctx, "employees:view-roster");
  const detail = await readDetail(ctx, employeeId);
  const ownAndBelow = await departmentAndBelow(ctx, actor.departmentId);
  if (!canSeeDepartment(actor, detail.departmentId, ownAndBelow)) throw new DomainError("request.forbidden");
  return detail;
}

/** The file as it is, for those whose right to it has been checked. Throws `employee.not-found`. */
export async function readDetail(ctx: Ctx, id: EmployeeId): Promise<EmployeeDetail> {
  type Row = Omit<EmployeeDetail, "manager" | "posts" | "weeklyMinutes" | "weeklyHours"> & {
    managerId: EmployeeId | null;
  };
  const [row]: Row[] = await ctx.mysql.query(
    `SELECT ${personColumns}, person.email, person.department_id AS departmentId, person.role, person.status,
            person.hire_date AS hireDate, person.manager_id AS managerId,
            person.left_on AS leftOn, person.version
       FROM ${personTables} WHERE person.id = ?`,
    [id],
  );
  if (!row) throw new DomainError("employee.not-found");
  const { managerId, ...employee } = row;
  const [manager, posts, hours] = await Promise.all([
    findManager(ctx, managerId),
    listPosts(ctx, id),
    readWeeklyHoursOf(ctx.mysql.manager, id),
  ]);
  const weeklyMinutes = weeklyMinutesOn(hours, koreanDate(ctx.clock.now()));
  return { ...employee, weeklyMinutes, weeklyHours: hours.toReversed(), manager, posts };
}

async function findManager(ctx: Ctx, id: EmployeeId | null): Promise<PersonView | null> {
  if (id === null) return null;
  return (await findPeople(ctx, [id])).get(id) ?? null;
}

/** Ids are ULIDs, so their order is the order of the changes. */
async function listPosts(ctx: Ctx, id: EmployeeId): Promise<EmployeeDetail["posts"]> {
  return ctx.mysql.query(
    `SELECT post.from_day AS \`from\`, department.name_ko AS departmentNameKo, department.name_en AS departmentNameEn,
            post.position, post.role, changer.name AS changedBy
       FROM employee_posts post
       JOIN departments department ON department.id = post.department_id
       LEFT JOIN employees changer ON changer.id = post.changed_by
      WHERE post.employee_id = ? ORDER BY post.id DESC`,
    [id],
  );
}
