import type { ListTeamInput, Presence, TeamCounts, TeamMember } from "@erp/contracts/attendance";
import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { PersonView } from "@erp/contracts/employees";
import type { DepartmentId } from "@erp/contracts/ids";
import type { Page } from "@erp/contracts/paging";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { conditionsOf } from "../employees/employees.directory.queries";
import { readByDepartment, type Stretch } from "../employees/employees.members.queries";
import { personColumns } from "../employees/employees.queries";
import { readHolidays } from "../leave/leave.absences.queries";
import { isOnLeave } from "../leave/leave.calendar.queries";
import { isWorkday } from "../leave/leave.calendar.rules";

type MemberRow = PersonView & Omit<TeamMember, "person"> & { departmentId: DepartmentId };
type Today = { day: CalendarDate; absent: Presence };

/** Whoever came in is there, even on a day with half a day of leave. Its parameters: the day, and what the absent are. */
const presenceToday = `CASE WHEN today.checked_out_at IS NOT NULL THEN 'OUT' WHEN today.checked_in_at IS NOT NULL THEN 'IN'
  WHEN ${isOnLeave("person.id", "?")} THEN 'ON_LEAVE' ELSE ? END`;

/**
 * A page of who of the actor's department and below is in, out, on leave or missing today: department by department, by
 * name, so that a page costs a page. Throws `request.invalid` for a cursor that is none.
 */
export async function listTeam(ctx: Ctx, input: ListTeamInput): Promise<Page<TeamMember>> {
  const actor = authorize(ctx, "attendance:view-team");
  const departments = await departmentAndBelow(ctx, actor.departmentId);
  const today = await readToday(ctx);
  const { items, nextCursor } = await readByDepartment(departments, input, (stretch) =>
    readMembers(ctx, today, stretch),
  );
  return {
    items: items.map(({ presence, checkedInAt, checkedOutAt, departmentId: _, ...person }) => ({
      person,
      presence,
      checkedInAt,
      checkedOutAt,
    })),
    nextCursor,
  };
}

/** How many of the same people are in, out, on leave or missing today. */
export async function countTeam(ctx: Ctx): Promise<TeamCounts> {
  const actor = authorize(ctx, "attendance:view-team");
  const departments = await departmentAndBelow(ctx, actor.departmentId);
  const { day, absent } = await readToday(ctx);
  const rows: { presence: Presence; people: string }[] = await ctx.mysql.query(
    `SELECT ${presenceToday} AS presence, COUNT(*) AS people
       FROM employees person LEFT JOIN attendance_days today ON today.employee_id = person.id AND today.day = ?
      WHERE person.department_id IN (?) AND person.status = 'ACTIVE' GROUP BY presence`,
    [day, absent, day, departments],
  );
  const counts: TeamCounts = { IN: 0, OUT: 0, ON_LEAVE: 0, MISSING: 0, OFF: 0 };
  for (const { presence, people } of rows) counts[presence] = Number(people);
  return counts;
}

async function readToday(ctx: Ctx): Promise<Today> {
  const day = koreanDate(ctx.clock.now());
  const holidays = await readHolidays(ctx.mysql.manager);
  return { day, absent: isWorkday(day, holidays) ? "MISSING" : "OFF" };
}

/** Behind the person of that id, in the order of the index. */
async function readMembers(
  ctx: Ctx,
  { day, absent }: Today,
  { departmentId, after, limit }: Stretch,
): Promise<MemberRow[]> {
  const { where, values } = conditionsOf({ status: "ACTIVE", departmentId, cursor: after });
  return ctx.mysql.query(
    `SELECT ${personColumns}, person.department_id AS departmentId, ${presenceToday} AS presence,
            today.checked_in_at AS checkedInAt, today.checked_out_at AS checkedOutAt
       FROM employees person FORCE INDEX (employees_by_department)
       STRAIGHT_JOIN departments department ON department.id = person.department_id
       LEFT JOIN attendance_days today ON today.employee_id = person.id AND today.day = ?
      WHERE ${where} ORDER BY person.name, person.id LIMIT ?`,
    [day, absent, day, ...values, limit],
  );
}
