import type { Presence, TeamMember } from "@erp/contracts/attendance";
import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { departmentAndBelow } from "../employees/employees.departments.queries";
import { personColumns } from "../employees/employees.queries";
import { readHolidays } from "../leave/leave.absences.queries";
import { peopleOnLeave } from "../leave/leave.calendar.queries";
import { isWorkday } from "../leave/leave.calendar.rules";

type MemberRow = PersonView & { checkedInAt: Date | null; checkedOutAt: Date | null };

/** Who of the actor's department and below is in, out, on leave or missing today. */
export async function teamToday(ctx: Ctx): Promise<TeamMember[]> {
  const actor = authorize(ctx, "attendance:view-team");
  const day = koreanDate(ctx.clock.now());
  const members = await readMembers(ctx, await departmentAndBelow(ctx, actor.departmentId), day);
  const [onLeave, holidays] = await Promise.all([
    peopleOnLeave(
      ctx.mysql.manager,
      members.map(({ id }) => id),
      day,
    ),
    readHolidays(ctx.mysql.manager),
  ]);
  const absent: Presence = isWorkday(day, holidays) ? "MISSING" : "OFF";
  return members.map(({ checkedInAt, checkedOutAt, ...person }) => {
    return {
      person,
      checkedInAt,
      checkedOutAt,
      presence: presenceOf(person.id, checkedInAt, checkedOutAt, onLeave, absent),
    };
  });
}

/** Whoever came in is there, even on a day with half a day of leave. */
function presenceOf(
  id: EmployeeId,
  checkedInAt: Date | null,
  checkedOutAt: Date | null,
  onLeave: ReadonlySet<EmployeeId>,
  absent: Presence,
): Presence {
  if (checkedInAt) return checkedOutAt ? "OUT" : "IN";
  return onLeave.has(id) ? "ON_LEAVE" : absent;
}

async function readMembers(ctx: Ctx, departments: readonly string[], day: CalendarDate): Promise<MemberRow[]> {
  return ctx.mysql.query(
    `SELECT ${personColumns}, today.checked_in_at AS checkedInAt, today.checked_out_at AS checkedOutAt
       FROM employees person
       JOIN departments department ON department.id = person.department_id
       LEFT JOIN attendance_days today ON today.employee_id = person.id AND today.day = ?
      WHERE person.department_id IN (?) AND person.status = 'ACTIVE'
      ORDER BY person.name, person.id`,
    [day, departments],
  );
}
