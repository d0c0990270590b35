import type { Period } from "@erp/contracts/dates";
import type { PersonView } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { ColleagueOff, DayOff, TeamCalendarInput } from "@erp/contracts/leave-requests";
import type { Page } from "@erp/contracts/paging";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { conditionsOf } from "../employees/employees.directory.queries";
import { readWeeklyHours } from "../employees/employees.hours.queries";
import type { WeeklyHours } from "../employees/employees.hours.rules";
import { placeOf, readByDepartment, type Stretch, toPage } from "../employees/employees.members.queries";
import { personColumns } from "../employees/employees.queries";
import { groupBy } from "../group-by";
import { dayMinutesOn } from "./leave.calendar.rules";
import type { LeaveSlice } from "./leave.charge.rules";
import { requireMaySeeCalendar } from "./leave.policy";
import { dayPartOf } from "./leave.requests.rules";

/** More than an approver looks through. */
const MOST_COLLEAGUES = 100;

const members = "employees person JOIN departments department ON department.id = person.department_id";
const memberColumns = `${personColumns}, person.department_id AS departmentId`;

type MemberRow = PersonView & { departmentId: DepartmentId };
type TakenSlice = LeaveSlice & { employeeId: EmployeeId; isApproved: boolean };

/**
 * People with the days they are away, department by department, a page at a time: of one's own department, for managers also of
 * those below, for HR of any. Throws `leave.not-your-people`, and `request.invalid` for a cursor that is none.
 */
export async function teamCalendar(ctx: Ctx, input: TeamCalendarInput): Promise<Page<ColleagueOff>> {
  const actor = authorize(ctx, "leave:read");
  const own = actor.role === "STAFF" ? [actor.departmentId] : await departmentAndBelow(ctx, actor.departmentId);
  if (input.departmentId !== undefined) requireMaySeeCalendar(actor, input.departmentId, own);
  const departments = input.departmentId === undefined ? own : [input.departmentId];
  const { items, nextCursor } = await readPeople(ctx, actor.id, departments, input);
  return { items: await withDaysOff(ctx, items, input), nextCursor };
}

/** Who of a department is away in a period, by name: as many as anybody looks through. */
export async function readColleaguesOff(ctx: Ctx, department: DepartmentId, period: Period): Promise<ColleagueOff[]> {
  const people = await readAway(ctx, [department], undefined, { ...period, limit: MOST_COLLEAGUES });
  return withDaysOff(ctx, people, period);
}

async function readPeople(
  ctx: Ctx,
  actorId: EmployeeId,
  departments: readonly DepartmentId[],
  { from, to, who, cursor, limit }: TeamCalendarInput,
): Promise<Page<MemberRow>> {
  if (who === "ALL") return readByDepartment(departments, { cursor, limit }, (stretch) => readMembers(ctx, stretch));
  if (who === "AWAY") {
    const after = placeOf(departments, cursor);
    return toPage(await readAway(ctx, departments, after, { from, to, limit: limit + 1 }), limit);
  }
  const self: MemberRow[] = await ctx.mysql.query(`SELECT ${memberColumns} FROM ${members} WHERE person.id = ?`, [
    actorId,
  ]);
  return { items: self, nextCursor: null };
}

async function readMembers(ctx: Ctx, { departmentId, after, limit }: Stretch): Promise<MemberRow[]> {
  const { where, values } = conditionsOf({ status: "ACTIVE", departmentId, cursor: after });
  return ctx.mysql.query(
    `SELECT ${memberColumns}
       FROM employees person FORCE INDEX (employees_by_department)
       STRAIGHT_JOIN departments department ON department.id = person.department_id
      WHERE ${where} ORDER BY person.name, person.id LIMIT ?`,
    [...values, limit],
  );
}

/** In the same order, but of all departments at once: few are away, and a question for each department would find nobody in most. */
async function readAway(
  ctx: Ctx,
  departments: readonly DepartmentId[],
  after: { id: EmployeeId; departmentId: DepartmentId } | undefined,
  { from, to, limit }: Period & { limit: number },
): Promise<MemberRow[]> {
  const name = "(SELECT name FROM employees WHERE id = ?)";
  const behind = after
    ? `AND (person.department_id > ? OR (person.department_id = ? AND (person.name > ${name} OR (person.name = ${name} AND person.id > ?))))`
    : "";
  const place = after ? [after.departmentId, after.departmentId, after.id, after.id, after.id] : [];
  return ctx.mysql.query(
    `SELECT ${memberColumns} FROM ${members}
      WHERE person.department_id IN (?) AND person.status = 'ACTIVE' ${behind}
        AND EXISTS (SELECT 1 FROM leave_days away WHERE away.employee_id = person.id AND away.day BETWEEN ? AND ?)
      ORDER BY person.department_id, person.name, person.id LIMIT ?`,
    [departments, ...place, from, to, limit],
  );
}

/** `isApproved` false where a day is only asked for. */
async function withDaysOff(ctx: Ctx, people: readonly MemberRow[], period: Period): Promise<ColleagueOff[]> {
  const ids = people.map(({ id }) => id);
  const takenBy = groupBy(await readTaken(ctx, ids, period), ({ employeeId }) => employeeId);
  const hours = await readWeeklyHours(ctx.mysql.manager, [...takenBy.keys()]);
  return people.map(({ departmentId: _, ...person }) => {
    return { person, days: daysOff(takenBy.get(person.id) ?? [], hours.get(person.id) ?? []) };
  });
}

async function readTaken(ctx: Ctx, people: readonly EmployeeId[], { from, to }: Period): Promise<TakenSlice[]> {
  if (people.length === 0) return [];
  const rows: (LeaveSlice & { employeeId: EmployeeId; status: string })[] = await ctx.mysql.query(
    `SELECT away.employee_id AS employeeId, away.day, away.start_minute AS start, away.end_minute AS end, request.status
       FROM leave_days away JOIN leave_requests request ON request.id = away.request_id
      WHERE away.employee_id IN (?) AND away.day BETWEEN ? AND ? ORDER BY away.day`,
    [people, from, to],
  );
  return rows.map(({ status, ...row }) => ({ ...row, isApproved: status === "APPROVED" }));
}

/** A morning and an afternoon of two requests are one day off. */
function daysOff(slices: readonly TakenSlice[], hours: WeeklyHours): DayOff[] {
  const days = [...new Set(slices.map(({ day }) => day))];
  return days.map((day) => {
    const ofDay = slices.filter((slice) => slice.day === day);
    return {
      day,
      part: dayPartOf(ofDay, dayMinutesOn(hours, day)),
      isApproved: ofDay.every(({ isApproved }) => isApproved),
    };
  });
}
