import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { LeaveRegisterInput, LeaveYear } from "@erp/contracts/leave-register";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { readWeeklyHours } from "../employees/employees.hours.queries";
import { readablePeople } from "./leave.balances.queries";
import { dayMinutesOn } from "./leave.calendar.rules";
import { type RegisterPart, toLeaveYear } from "./leave.register.rules";

/** 연차 대장: these people's year; for managers their own people, for HR anybody. Ids that nobody has are missing. */
export async function leaveRegister(ctx: Ctx, { year, employeeIds }: LeaveRegisterInput): Promise<LeaveYear[]> {
  const people = await readablePeople(ctx, authorize(ctx, "leave:adjust"), employeeIds);
  return readLeaveYears(ctx, people, year);
}

/** In the order of the people, each in days as long as theirs were at the end of the year. Rights are the caller's business. */
export async function readLeaveYears(
  ctx: Ctx,
  people: readonly { id: EmployeeId }[],
  year: number,
): Promise<LeaveYear[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const [parts, taken, ending, hours] = await Promise.all([
    readParts(ctx, ids, year),
    readTaken(ctx, ids, year),
    readEnding(ctx, ids, year),
    readWeeklyHours(ctx.mysql.manager, ids),
  ]);
  const { to } = daysOf(ctx, year);
  return ids.map((employeeId) =>
    toLeaveYear(
      { employeeId, dayMinutes: dayMinutesOn(hours.get(employeeId) ?? [], to) },
      {
        parts: parts.get(employeeId) ?? {},
        takenMinutes: taken.get(employeeId) ?? 0,
        endingMinutes: ending.get(employeeId) ?? 0,
      },
    ),
  );
}

type Parts = Partial<Record<RegisterPart, number>>;

async function readParts(ctx: Ctx, ids: readonly EmployeeId[], year: number): Promise<Map<EmployeeId, Parts>> {
  const { from, to } = daysOf(ctx, year);
  const rows: { employeeId: EmployeeId; part: RegisterPart; minutes: string }[] = await ctx.mysql.query(
    `SELECT entry.employeeId, entry.part, SUM(entry.minutes) AS minutes
       FROM (SELECT employee_id AS employeeId, minutes,
                    CASE WHEN effective_on < ? THEN 'opening'
                         WHEN kind = 'GRANT' OR (kind = 'REVERSE' AND leave_day IS NULL) THEN 'granted'
                         WHEN kind = 'ADJUST' THEN 'adjusted'
                         WHEN kind = 'EXPIRE' THEN 'expired'
                         ELSE 'leave' END AS part
               FROM leave_ledger WHERE employee_id IN (?) AND effective_on <= ?) entry
      GROUP BY entry.employeeId, entry.part`,
    [from, ids, to],
  );
  const byPerson = new Map<EmployeeId, Parts>(ids.map((id) => [id, {}]));
  for (const { employeeId, part, minutes } of rows) {
    byPerson.set(employeeId, { ...byPerson.get(employeeId), [part]: Number(minutes) });
  }
  return byPerson;
}

/** The uses of the year's days that stand, also those that were approved in another year. */
async function readTaken(ctx: Ctx, ids: readonly EmployeeId[], year: number): Promise<Map<EmployeeId, number>> {
  const { from, to } = daysOf(ctx, year);
  const rows: { employeeId: EmployeeId; minutes: string }[] = await ctx.mysql.query(
    `SELECT employee_id AS employeeId, -SUM(minutes) AS minutes
       FROM leave_ledger
      WHERE employee_id IN (?) AND kind IN ('USE', 'REVERSE') AND leave_day BETWEEN ? AND ?
      GROUP BY employee_id`,
    [ids, from, to],
  );
  return new Map(rows.map(({ employeeId, minutes }) => [employeeId, Number(minutes)]));
}

/** What is left in the lots whose last day comes before the next year. */
async function readEnding(ctx: Ctx, ids: readonly EmployeeId[], year: number): Promise<Map<EmployeeId, number>> {
  const { to, last } = daysOf(ctx, year);
  const rows: { employeeId: EmployeeId; minutes: string }[] = await ctx.mysql.query(
    `SELECT lot.employee_id AS employeeId, SUM(entry.minutes) AS minutes
       FROM leave_lots lot JOIN leave_ledger entry ON entry.lot_key = lot.lot_key
      WHERE lot.employee_id IN (?) AND lot.expires_on BETWEEN ? AND ? AND entry.effective_on <= ?
      GROUP BY lot.employee_id`,
    [ids, to, last, to],
  );
  return new Map(rows.map(({ employeeId, minutes }) => [employeeId, Number(minutes)]));
}

/** The year's first and last day, and the day the register stands at: the last one, or today. */
function daysOf(ctx: Ctx, year: number): { from: CalendarDate; to: CalendarDate; last: CalendarDate } {
  const last = `${year}-12-31` as CalendarDate;
  const today = koreanDate(ctx.clock.now());
  const isOver = last < today;
  return { from: `${year}-01-01` as CalendarDate, to: isOver ? last : today, last };
}
