import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { RecordAbsenceInput, RemoveAbsenceInput } from "@erp/contracts/leave";
import { leaveAbsences } from "@erp/db/mysql/entities/leave-absences";
import type { Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { readAbsences, readHolidays } from "./leave.absences.queries";
import { attendanceOf } from "./leave.absences.rules";
import { findSubject } from "./leave.people.queries";
import { reconcileStatutory } from "./leave.statutory.rules";
import { changeAccount } from "./leave.store.mutations";

/**
 * HR finds that somebody was away without annual leave; grants that this changes follow at once. A second record of a day replaces the first.
 * Throws `employee.not-found`, `absence.on-leave`.
 */
export async function recordAbsence(ctx: Ctx, input: RecordAbsenceInput): Promise<void> {
  const actor = authorize(ctx, "leave:administer");
  const { employeeId, day, kind, reason } = input;
  await inTransaction(ctx, async (tx) => {
    await findSubject(tx, employeeId);
    await tx.upsert(
      leaveAbsences,
      { employeeId, day, kind, reason, recordedBy: actor.id, recordedAt: ctx.clock.now() },
      ["employeeId", "day"],
    );
    await recordAudit(ctx, tx, "absence.recorded", employeeId, { day, kind, reason });
    await followLaw(ctx, tx, employeeId);
    const counting = (await readAbsences(tx, [employeeId])).get(employeeId) ?? [];
    if (!counting.some((absence) => absence.day === day)) throw new DomainError("absence.on-leave");
  });
}

/** The record was a mistake: what it took comes back. Throws `absence.not-found`. */
export async function removeAbsence(ctx: Ctx, { employeeId, day }: RemoveAbsenceInput): Promise<void> {
  authorize(ctx, "leave:administer");
  await inTransaction(ctx, async (tx) => {
    const { affected } = await tx.delete(leaveAbsences, { employeeId, day });
    if (affected === 0) throw new DomainError("absence.not-found");
    await recordAudit(ctx, tx, "absence.removed", employeeId, { day });
    await followLaw(ctx, tx, employeeId);
  });
}

/** Reads under the account's lock, so that of two records at the same moment the later one sees the earlier. */
async function followLaw(ctx: Ctx, tx: Tx, employeeId: EmployeeId): Promise<void> {
  const today: CalendarDate = koreanDate(ctx.clock.now());
  await changeAccount(ctx, tx, employeeId, async (account) => {
    const person = await findSubject(tx, employeeId);
    const absences = await readAbsences(tx, [employeeId]);
    const attendance = attendanceOf(person.hireDate, absences.get(employeeId) ?? [], await readHolidays(tx));
    return reconcileStatutory(account, person, attendance, today);
  });
}
