import type { Period } from "@erp/contracts/dates";
import type { PersonView } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { ColleagueOff, DayOff, TeamCalendarInput } from "@erp/contracts/leave-requests";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { readWeeklyHours } from "../employees/employees.hours.queries";
import type { WeeklyHours } from "../employees/employees.hours.rules";
import { personColumns } from "../employees/employees.queries";
import { groupBy } from "../group-by";
import { dayMinutesOn } from "./leave.calendar.rules";
import type { LeaveSlice } from "./leave.charge.rules";
import { requireMaySeeCalendar } from "./leave.policy";
import { dayPartOf } from "./leave.requests.rules";

type TakenSlice = LeaveSlice & { employeeId: EmployeeId; isApproved: boolean };

/** Everybody of a department with the days they are away: one's own department, for managers also those below, for HR any. */
export async function teamCalendar(ctx: Ctx, input: TeamCalendarInput): Promise<ColleagueOff[]> {
  const actor = authorize(ctx, "leave:read");
  const own = actor.role === "STAFF" ? [actor.departmentId] : await departmentAndBelow(ctx, actor.departmentId);
  if (input.departmentId === undefined) return readColleagues(ctx, own, input);
  requireMaySeeCalendar(actor, input.departmentId, own);
  return readColleagues(ctx, [input.departmentId], input);
}

/** The people of these departments by name; `isApproved` false where a day is only asked for. */
export async function readColleagues(
  ctx: Ctx,
  departments: readonly DepartmentId[],
  period: Period,
): Promise<ColleagueOff[]> {
  const members: PersonView[] = await ctx.mysql.query(
    `SELECT ${personColumns}
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE person.department_id IN (?) AND person.status = 'ACTIVE' ORDER BY person.name, person.id`,
    [departments],
  );
  const ids = members.map(({ id }) => id);
  const takenBy = groupBy(await readTaken(ctx, ids, period), ({ employeeId }) => employeeId);
  const hours = await readWeeklyHours(ctx.mysql.manager, [...takenBy.keys()]);
  return members.map((person) => {
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
