import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { inTransaction } from "../transaction";
import { readAbsences, readHolidays } from "./leave.absences.queries";
import { attendanceOf } from "./leave.absences.rules";
import type { Holidays } from "./leave.calendar.rules";
import type { LeaveSubject } from "./leave.people.queries";
import { reconcileStatutory } from "./leave.statutory.rules";
import { changeAccounts } from "./leave.store.mutations";

type Person = Pick<LeaveSubject, "id" | "hireDate" | "weeklyMinutes" | "leftOn">;

export type Accrual = { people: number; entries: number };

const BATCH = 500;

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
  return ctx.mysql.query(
    `SELECT id, hire_date AS hireDate, weekly_minutes AS weeklyMinutes, left_on AS leftOn
       FROM employees WHERE id > ? AND hire_date <= ? ORDER BY id LIMIT ${BATCH}`,
    [after, asOf],
  );
}

async function accrueBatch(
  ctx: Ctx,
  people: readonly Person[],
  holidays: Holidays,
  asOf: CalendarDate,
): Promise<number> {
  const personOf = new Map<EmployeeId, Person>(people.map((person) => [person.id, person]));
  return inTransaction(ctx, async (tx) => {
    const absences = await readAbsences(tx, [...personOf.keys()]);
    const changed = await changeAccounts(ctx, tx, [...personOf.keys()], (account) => {
      const person = personOf.get(account.employeeId);
      if (!person) return account;
      const attendance = attendanceOf(person.hireDate, absences.get(person.id) ?? [], holidays);
      return reconcileStatutory(account, person, attendance, asOf);
    });
    return changed.reduce((sum, { newEntries }) => sum + newEntries.length, 0);
  });
}
