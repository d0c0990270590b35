import { addDays, type CalendarDate, koreanDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { counterModel } from "@erp/db/mongo/models/counter";
import type { AttendanceDayRow } from "@erp/db/mysql/entities/attendance-days";
import type { Tx } from "@erp/db/mysql/transaction";
import { firstDayNotForgotten, milestonesOf, workedMinutes } from "../attendance/attendance.rules";
import type { Ctx } from "../context";
import { readHolidays } from "../leave/leave.absences.queries";
import { dayMinutesOf, isWorkday } from "../leave/leave.calendar.rules";
import { entitle } from "../leave/leave.ledger.rules";
import { milestoneLot } from "../leave/leave.rewards.rules";
import { changeAccounts } from "../leave/leave.store.mutations";
import { inTransaction } from "../transaction";
import { type Habit, habitOf, hoursOn, stayedAway } from "./demo-attendance.data";
import type { DemoPerson } from "./demo-people";
import { loadCast } from "./demo-stage";

const PROGRESS = "demo-attendance";

type Attended = { id: EmployeeId; weeklyMinutes: number; days: AttendanceDayRow[] };

/**
 * Months of attendance for everybody and the rewards they have earned, in one transaction. The days come from each person's
 * habits alone, so the same company on the same day is always the same. Answers how many days it added; a second call none.
 */
export async function loadDemoAttendance(ctx: Ctx, people: readonly DemoPerson[]): Promise<number> {
  const counters = counterModel(ctx.mongo);
  if (await counters.exists({ _id: PROGRESS })) return 0;
  const cast = await loadCast(ctx, people);
  const isWorked = await workdayOf(ctx);
  const everybody: Attended[] = [...cast].map(([login, { id, hireDate, weeklyMinutes }], place) => {
    const days = daysOf(ctx, habitOf(login, place), hireDate, (day) => isWorked(id, day));
    return { id, weeklyMinutes, days: days.map((each) => ({ employeeId: id, ...each })) };
  });
  const added = await inTransaction(ctx, (tx) => storeOnce(ctx, tx, everybody));
  await counters.updateOne({ _id: PROGRESS }, { $set: { value: added } }, { upsert: true });
  return added;
}

/** Nothing where somebody has attended already: the load was cut short after its commit, or people were quicker. */
async function storeOnce(ctx: Ctx, tx: Tx, everybody: readonly Attended[]): Promise<number> {
  const [known]: unknown[] = await tx.query("SELECT 1 FROM attendance_counts LIMIT 1");
  if (known) return 0;
  const rows = everybody.flatMap(({ days }) => days.map((row) => valuesOf(row)));
  await tx.query(
    `INSERT INTO attendance_days (employee_id, day, checked_in_at, checked_out_at, worked_minutes, closing) VALUES ?`,
    [rows],
  );
  await tx.query("INSERT INTO attendance_counts (employee_id, attended_days) VALUES ?", [
    everybody.map(({ id, days }) => [id, days.length]),
  ]);
  await payMilestones(ctx, tx, everybody);
  return rows.length;
}

/** What the rewards worker would have paid on the thirtieth, sixtieth … day. */
async function payMilestones(ctx: Ctx, tx: Tx, everybody: readonly Attended[]): Promise<void> {
  const byId = new Map(everybody.map((person) => [person.id, person]));
  await changeAccounts(ctx, tx, [...byId.keys()], (account) => {
    const person = byId.get(account.employeeId);
    if (!person) return account;
    const reached = person.days.filter((_, index) => milestonesOf(index + 1) > milestonesOf(index));
    return reached.reduce(
      (each, { day }, index) =>
        entitle(each, milestoneLot(person.id, index + 1, day), dayMinutesOf(person.weeklyMinutes)),
      account,
    );
  });
}

/** The latest so many days on which the person came, oldest first. */
function daysOf(
  ctx: Ctx,
  habit: Habit,
  hireDate: CalendarDate,
  isWorked: (day: CalendarDate) => boolean,
): Omit<AttendanceDayRow, "employeeId">[] {
  const now = ctx.clock.now();
  const days: Omit<AttendanceDayRow, "employeeId">[] = [];
  const latest = habit.comesToday ? koreanDate(now) : addDays(koreanDate(now), -1);
  for (let day = latest; day >= hireDate && days.length < habit.attendedDays; day = addDays(day, -1)) {
    const attended = isWorked(day) && !stayedAway(habit, day) ? attendedOn(habit, day, now) : null;
    if (attended) days.push(attended);
  }
  return days.reverse();
}

const MINUTE_MS = 60_000;

/** Null for a day on which the person has not come in yet. */
function attendedOn(habit: Habit, day: CalendarDate, now: Date): Omit<AttendanceDayRow, "employeeId"> | null {
  const { fromMinute, toMinute, isForgotten } = hoursOn(habit, day);
  const at = (minute: number) => new Date(startOfKoreanDay(day).getTime() + minute * MINUTE_MS);
  const [checkedInAt, checkedOutAt] = [at(fromMinute), at(toMinute)];
  if (checkedInAt > now) return null;
  const open = { day, checkedInAt, checkedOutAt: null, workedMinutes: null };
  if (day < firstDayNotForgotten(now) && isForgotten) return { ...open, closing: "FORGOTTEN" };
  if (checkedOutAt > now) return { ...open, closing: null };
  return { day, checkedInAt, checkedOutAt, workedMinutes: workedMinutes(checkedInAt, checkedOutAt), closing: "PERSON" };
}

/** Workdays, without those on which the person is on leave. */
async function workdayOf(ctx: Ctx): Promise<(id: EmployeeId, day: CalendarDate) => boolean> {
  const holidays = await readHolidays(ctx.mysql.manager);
  const leaves: { id: EmployeeId; day: CalendarDate }[] = await ctx.mysql.query(
    "SELECT employee_id AS id, day FROM leave_days",
  );
  const away = new Set(leaves.map(({ id, day }) => `${id} ${day}`));
  return (id, day) => isWorkday(day, holidays) && !away.has(`${id} ${day}`);
}

function valuesOf({ employeeId, day, checkedInAt, checkedOutAt, workedMinutes, closing }: AttendanceDayRow): unknown[] {
  return [employeeId, day, checkedInAt, checkedOutAt, workedMinutes, closing];
}
