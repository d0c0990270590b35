import type { AttendanceDay, AttendanceMonthInput, AttendanceToday } from "@erp/contracts/attendance";
import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { requireMayRead } from "./attendance.policy";
import { firstDayNotForgotten, milestonesOf, progressOf } from "./attendance.rules";

const dayColumns = `day, checked_in_at AS checkedInAt, checked_out_at AS checkedOutAt, worked_minutes AS workedMinutes, closing`;

/** The actor's day and their way to the next reward. */
export async function attendanceToday(ctx: Ctx): Promise<AttendanceToday> {
  const { id } = authorize(ctx, "attendance:own");
  const now = ctx.clock.now();
  const day = koreanDate(now);
  const { attendedDays, days } = await readLatest(ctx, id, addDays(day, -1));
  const today = days.find((each) => each.day === day);
  const canEndYesterday = today === undefined && firstDayNotForgotten(now) < day;
  const openYesterday = canEndYesterday ? days.find(({ closing }) => closing === null) : undefined;
  const progress = progressOf(attendedDays);
  return {
    day,
    attendance: today ?? null,
    openYesterday: openYesterday ?? null,
    attendedDays,
    ...progress,
    rewards: milestonesOf(attendedDays),
    hasEarnedToday: today !== undefined && attendedDays > 0 && progress.progress === 0,
  };
}

/** A month's attended days, newest first; one's own unless somebody of one's own people is named. */
export async function attendanceMonth(ctx: Ctx, { employeeId, month }: AttendanceMonthInput): Promise<AttendanceDay[]> {
  const actor = authorize(ctx, "attendance:own");
  if (employeeId && employeeId !== actor.id) await requireMayRead(ctx, actor, employeeId);
  return ctx.mysql.query(
    `SELECT ${dayColumns} FROM attendance_days
      WHERE employee_id = ? AND day BETWEEN ? AND LAST_DAY(?) ORDER BY day DESC`,
    [employeeId ?? actor.id, `${month}-01`, `${month}-01`],
  );
}

/** The count and the days since `day`, in one look. Whoever has attended has a count. */
async function readLatest(
  ctx: Ctx,
  id: EmployeeId,
  day: CalendarDate,
): Promise<{ attendedDays: number; days: AttendanceDay[] }> {
  const rows: ({ attendedDays: number } & (AttendanceDay | { day: null }))[] = await ctx.mysql.query(
    `SELECT attended_days AS attendedDays, ${dayColumns} FROM attendance_counts
       LEFT JOIN attendance_days ON attendance_days.employee_id = attendance_counts.employee_id AND day >= ?
      WHERE attendance_counts.employee_id = ?`,
    [day, id],
  );
  const days = rows.map(({ attendedDays: _, ...row }) => row).filter((row) => row.day !== null);
  return { attendedDays: rows[0]?.attendedDays ?? 0, days };
}
