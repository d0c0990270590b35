import type { Period } from "@erp/contracts/dates";
import type { PersonView } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { ColleagueOff, DayOff, TeamCalendarInput } from "@erp/contracts/leave-requests";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { personColumns } from "../employees/employees.queries";
import { groupBy } from "../group-by";
import { dayMinutesOf } from "./leave.calendar.rules";
import type { LeaveSlice } from "./leave.charge.rules";
import { requireMaySeeCalendar } from "./leave.policy";
import { dayPartOf } from "./leave.requests.rules";

type MemberRow = PersonView & { weeklyMinutes: number };
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
  const members: MemberRow[] = await ctx.mysql.query(
    `SELECT ${personColumns}, person.weekly_minutes AS weeklyMinutes
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE person.department_id IN (?) AND person.status = 'ACTIVE' ORDER BY person.name, person.id`,
    [departments],
  );
  const taken = await readTaken(
    ctx,
    members.map(({ id }) => id),
    period,
  );
  const takenBy = groupBy(taken, ({ employeeId }) => employeeId);
  return members.map(({ weeklyMinutes, ...person }) => {
    return { person, days: daysOff(takenBy.get(person.id) ?? [], dayMinutesOf(weeklyMinutes)) };
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
function daysOff(slices: readonly TakenSlice[], dayMinutes: number): DayOff[] {
  const days = [...new Set(slices.map(({ day }) => day))];
  return days.map((day) => {
    const ofDay = slices.filter((slice) => slice.day === day);
    return { day, part: dayPartOf(ofDay, dayMinutes), isApproved: ofDay.every(({ isApproved }) => isApproved) };
  });
}
