import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { withWeeklyHours } from "../employees/employees.hours.queries";
import { inTransaction } from "../transaction";
import { readAbsences, readHolidays } from "./leave.absences.queries";
import { attendanceOf } from "./leave.absences.rules";
import { fullAttendance } from "./leave.accrual.rules";
import type { Holidays } from "./leave.calendar.rules";
import type { LeaveSubject } from "./leave.people.queries";
import { dueLots, reconcileStatutory } from "./leave.statutory.rules";
import { changeAccounts } from "./leave.store.mutations";
import { readStatutoryTotals } from "./leave.store.queries";

type Person = Pick<LeaveSubject, "id" | "hireDate" | "hours" | "leftOn">;

export type Accrual = { people: number; entries: number };

const BATCH = 1000;

/**
 * Brings everybody's ledger to what the law gives by `asOf` (today unless said otherwise) and lets lapse what is over.
 * Running it 0, 1 or 50 times, on any days in any order, leads to the same ledger. Answers how many entries it added.
 */
export async function accrueAll(ctx: Ctx, asOf: CalendarDate = koreanDate(ctx.clock.now())): Promise<Accrual> {
  const holidays = await readHolidays(ctx.mysql.manager);
  const done: Accrual = { people: 0, entries: 0 };
  let after = "";
  for (;;) {
    const people = await nextPeople(ctx, after, asOf);
    const last = people.at(-1);
    if (!last) return done;
    done.people += people.length;
    done.entries += await accrueBatch(ctx, people, holidays, asOf);
    after = last.id;
  }
}

/** In the order of ids, which is also the order of the locks. */
async function nextPeople(ctx: Ctx, after: string, asOf: CalendarDate): Promise<Person[]> {
  const people: Omit<Person, "hours">[] = await ctx.mysql.query(
    `SELECT id, hire_date AS hireDate, left_on AS leftOn
       FROM employees WHERE id > ? AND hire_date <= ? ORDER BY id LIMIT ${BATCH}`,
    [after, asOf],
  );
  return withWeeklyHours(ctx.mysql.manager, people);
}

async function accrueBatch(
  ctx: Ctx,
  people: readonly Person[],
  holidays: Holidays,
  asOf: CalendarDate,
): Promise<number> {
  const open = await unsettled(ctx, people, asOf);
  if (open.length === 0) return 0;
  const personOf = new Map<EmployeeId, Person>(open.map((person) => [person.id, person]));
  return inTransaction(ctx, async (tx) => {
    let absences: Awaited<ReturnType<typeof readAbsences>> | null = null;
    const changed = await changeAccounts(ctx, tx, [...personOf.keys()], async (account) => {
      const person = personOf.get(account.employeeId);
      if (!person) return account;
      // Read under the locks: HR may be recording an absence at this moment.
      absences ??= await readAbsences(tx, [...personOf.keys()]);
      const attendance = attendanceOf(person.hireDate, absences.get(person.id) ?? [], holidays);
      return reconcileStatutory(account, person, attendance, asOf);
    });
    return changed.reduce((sum, { newEntries }) => sum + newEntries.length, 0);
  });
}

/**
 * The people for whom there may be something to do, found without locks and without reading their ledgers: on most days
 * nobody's grants change. Whoever has an absence is always looked at, because equal sums could then hide different lots; so is
 * whose lots do not begin on the days that follow from the hire date, because that was corrected.
 */
async function unsettled(ctx: Ctx, people: readonly Person[], asOf: CalendarDate): Promise<Person[]> {
  const ids = people.map(({ id }) => id);
  const [totals, absences] = await Promise.all([
    readStatutoryTotals(ctx.mysql.manager, ids, asOf, koreanDate(ctx.clock.now())),
    readAbsences(ctx.mysql.manager, ids),
  ]);
  return people.filter((person) => {
    const total = totals.get(person.id);
    const due = dueLots(person, fullAttendance, asOf);
    const dueMinutes = due.reduce((sum, { minutes }) => sum + minutes, 0);
    const dueDayMinutes = due.reduce((sum, { spec, minutes }) => sum + minutes * dayNumber(spec.startsOn), 0);
    return (
      absences.has(person.id) ||
      (total?.grantedMinutes ?? 0) !== dueMinutes ||
      (total?.grantedDayMinutes ?? 0) !== dueDayMinutes ||
      (total?.lapsedMinutes ?? 0) !== 0
    );
  });
}

/** Days since 1970-01-01. */
function dayNumber(date: CalendarDate): number {
  return Date.parse(date) / 86_400_000;
}
