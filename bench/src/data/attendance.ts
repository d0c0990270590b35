/** Years of attendance for everybody of the measured company, written by the server itself. */
import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { Ctx } from "@erp/domain/context";

const YEARS = 3;
const CIVIL_DAYS = YEARS * 365;
const PEOPLE_PER_INSERT = 250;

/** The days before today, newest first, as a table of the SQL that both servers speak. */
const pastDays = `(
  SELECT DATE_SUB(?, INTERVAL 1 + ones.n + 10 * tens.n + 100 * hundreds.n + 1000 * thousands.n DAY) AS day
    FROM ${digits("ones")}, ${digits("tens")}, ${digits("hundreds")}, ${digits("thousands")}
   WHERE ones.n + 10 * tens.n + 100 * hundreds.n + 1000 * thousands.n < ${CIVIL_DAYS}
) past`;

function digits(name: string): string {
  const rows = Array.from({ length: 10 }, (_, digit) => `SELECT ${digit}${digit === 0 ? " AS n" : ""}`);
  return `(${rows.join(" UNION ALL ")}) ${name}`;
}

/** Fills what is missing: every weekday of three years, eight to nine hours each. Answers how many rows there are. */
export async function loadAttendance(ctx: Ctx): Promise<number> {
  const today = koreanDate(ctx.clock.now());
  const people: { id: string }[] = await ctx.mysql.query(
    `SELECT id FROM employees person WHERE email LIKE 'bench-%'
        AND NOT EXISTS (SELECT 1 FROM attendance_days WHERE employee_id = person.id AND day < ?) ORDER BY id`,
    [addDays(today, -7)],
  );
  for (let start = 0; start < people.length; start += PEOPLE_PER_INSERT) {
    const ids = people.slice(start, start + PEOPLE_PER_INSERT).map(({ id }) => id);
    await ctx.mysql.query(
      `INSERT IGNORE INTO attendance_days (employee_id, day, checked_in_at, checked_out_at, worked_minutes, closing)
       SELECT person.id, past.day, TIMESTAMP(past.day, '00:05:00'), TIMESTAMP(past.day, '09:02:00'), 537, 'PERSON'
         FROM employees person JOIN ${pastDays}
        WHERE person.id IN (?) AND WEEKDAY(past.day) < 5 ORDER BY person.id, past.day`,
      [today, ids],
    );
  }
  const [count]: { days: string }[] = await ctx.mysql.query("SELECT COUNT(*) AS days FROM attendance_days");
  return Number(count?.days);
}

/** Takes today back, so that everybody can check in once more, and says how many days they are counted to have attended. */
export async function beginDay(ctx: Ctx, today: CalendarDate, attendedDays: number): Promise<void> {
  await ctx.mysql.query("DELETE FROM attendance_days WHERE day = ?", [today]);
  await ctx.mysql.query(
    `INSERT INTO attendance_counts (employee_id, attended_days)
     SELECT id, ? FROM employees WHERE email LIKE 'bench-%'
     ON DUPLICATE KEY UPDATE attended_days = VALUES(attended_days)`,
    [attendedDays],
  );
}

export async function countCheckedIn(ctx: Ctx, today: CalendarDate): Promise<number> {
  const [count]: { people: string }[] = await ctx.mysql.query(
    "SELECT COUNT(*) AS people FROM attendance_days WHERE day = ?",
    [today],
  );
  return Number(count?.people);
}
