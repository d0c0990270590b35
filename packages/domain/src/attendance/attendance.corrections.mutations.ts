import type { CorrectAttendanceInput } from "@erp/contracts/attendance";
import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { type AttendanceDayRow, attendanceDays } from "@erp/db/mysql/entities/attendance-days";
import type { Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { countDays } from "./attendance.counts.mutations";
import { requireHoursOfDay, workedMinutes } from "./attendance.rules";

/**
 * HR corrects a day: other hours, a day that is missing, or one on which the person was not there. Rewards follow.
 * Throws `attendance.outside-day`, `attendance.not-employed`, `attendance.not-recorded` when there is nothing to remove,
 * `employee.not-found`.
 */
export async function correctAttendance(ctx: Ctx, input: CorrectAttendanceInput): Promise<void> {
  authorize(ctx, "attendance:correct");
  const { employeeId, day, hours } = input;
  if (hours) requireHoursOfDay(day, hours.checkedInAt, hours.checkedOutAt, ctx.clock.now());
  await inTransaction(ctx, async (tx) => {
    const wasEmployed = await isEmployedOn(tx, employeeId, day);
    if (hours && !wasEmployed) throw new DomainError("attendance.not-employed");
    if (!(await applyCorrection(ctx, tx, input))) throw new DomainError("attendance.not-recorded");
  });
}

/** Days outside the time of employment earn nothing: a slip of the year would pay a reward. Throws `employee.not-found`. */
export async function isEmployedOn(tx: Tx, employeeId: EmployeeId, day: CalendarDate): Promise<boolean> {
  const [person]: { hireDate: CalendarDate; leftOn: CalendarDate | null }[] = await tx.query(
    "SELECT hire_date AS hireDate, left_on AS leftOn FROM employees WHERE id = ?",
    [employeeId],
  );
  if (!person) throw new DomainError("employee.not-found");
  return person.hireDate <= day && (person.leftOn === null || day <= person.leftOn);
}

/** Brings the day to what the correction says. False when there was nothing to remove. */
export async function applyCorrection(ctx: Ctx, tx: Tx, correction: CorrectAttendanceInput): Promise<boolean> {
  const { employeeId, day, hours, reason } = correction;
  if (hours) await recordDay(ctx, tx, correction, hours);
  else if (!(await removeDay(ctx, tx, correction))) return false;
  await recordAudit(ctx, tx, "attendance.corrected", employeeId, { day, hours, reason });
  await emit(ctx, tx, "attendance.corrected", employeeId, { employeeId, day });
  return true;
}

type Hours = NonNullable<CorrectAttendanceInput["hours"]>;

async function recordDay(
  ctx: Ctx,
  tx: Tx,
  { employeeId, day }: CorrectAttendanceInput,
  { checkedInAt, checkedOutAt }: Hours,
): Promise<void> {
  const times = {
    checkedInAt,
    checkedOutAt,
    workedMinutes: workedMinutes(checkedInAt, checkedOutAt),
    closing: "CORRECTED" as const,
  };
  const row: AttendanceDayRow = { employeeId, day, ...times };
  const [known]: unknown[] = await tx.query(
    "SELECT 1 FROM attendance_days WHERE employee_id = ? AND day = ? FOR UPDATE",
    [employeeId, day],
  );
  if (known) {
    await tx.update(attendanceDays, { employeeId, day }, times);
    return;
  }
  await tx.insert(attendanceDays, row);
  await countDays(ctx, tx, employeeId, 1);
}

async function removeDay(ctx: Ctx, tx: Tx, { employeeId, day }: CorrectAttendanceInput): Promise<boolean> {
  const { affected } = await tx.delete(attendanceDays, { employeeId, day });
  if (affected === 0) return false;
  await countDays(ctx, tx, employeeId, -1);
  return true;
}
