import type { AttendanceToday } from "@erp/contracts/attendance";
import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { type AttendanceDayRow, attendanceDays } from "@erp/db/mysql/entities/attendance-days";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { countDays } from "./attendance.counts.mutations";
import { attendanceToday } from "./attendance.queries";
import { firstDayNotForgotten, workedMinutes } from "./attendance.rules";

/** The actor is at work: once a civil day in Korea. Throws `attendance.already-checked-in`. */
export async function checkIn(ctx: Ctx): Promise<AttendanceToday> {
  const { id: employeeId } = authorize(ctx, "attendance:own");
  const now = ctx.clock.now();
  const day = koreanDate(now);
  await inTransaction(ctx, async (tx) => {
    await openDay(tx, employeeId, day, now);
    await countDays(ctx, tx, employeeId, 1);
    await emit(ctx, tx, "attendance.checked-in", employeeId, { employeeId, day });
  });
  return attendanceToday(ctx);
}

/** Written out, because the whole company comes by here within minutes. */
async function openDay(tx: Tx, employeeId: EmployeeId, day: CalendarDate, now: Date): Promise<void> {
  const columns = [employeeId, day, now];
  await tx
    .query("INSERT INTO attendance_days (employee_id, day, checked_in_at) VALUES (?, ?, ?)", columns)
    .catch((error: unknown) => {
      throw isDuplicateKey(error) ? new DomainError("attendance.already-checked-in") : error;
    });
}

/**
 * The actor goes home: ends the latest day that is still open, until six in the morning also yesterday's.
 * Throws `attendance.not-checked-in` or `attendance.already-checked-out`.
 */
export async function checkOut(ctx: Ctx): Promise<AttendanceToday> {
  const { id: employeeId } = authorize(ctx, "attendance:own");
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    const [latest]: Pick<AttendanceDayRow, "day" | "checkedInAt" | "closing">[] = await tx.query(
      `SELECT day, checked_in_at AS checkedInAt, closing FROM attendance_days
        WHERE employee_id = ? AND day >= ? ORDER BY day DESC LIMIT 1 FOR UPDATE`,
      [employeeId, firstDayNotForgotten(now)],
    );
    if (!latest) throw new DomainError("attendance.not-checked-in");
    if (latest.closing !== null) throw new DomainError("attendance.already-checked-out");
    const { day, checkedInAt } = latest;
    const closed = { checkedOutAt: now, workedMinutes: workedMinutes(checkedInAt, now), closing: "PERSON" as const };
    await tx.update(attendanceDays, { employeeId, day }, closed);
    await emit(ctx, tx, "attendance.checked-out", employeeId, { employeeId, day });
  });
  return attendanceToday(ctx);
}

/** Ends the days on which somebody forgot to check out, and flags them. Answers how many; running it again finds none. */
export async function closeForgottenDays(ctx: Ctx): Promise<number> {
  const result: { affectedRows: number } = await ctx.mysql.query(
    "UPDATE attendance_days SET closing = 'FORGOTTEN' WHERE closing IS NULL AND day < ?",
    [firstDayNotForgotten(ctx.clock.now())],
  );
  return result.affectedRows;
}
