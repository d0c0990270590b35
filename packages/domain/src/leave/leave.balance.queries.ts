import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { ExplainLeaveInput, LeaveBalance, LeaveBalanceInput, LedgerEntryView } from "@erp/contracts/leave";
import type { LedgerEntryRow } from "@erp/db/mysql/entities/leave-ledger";
import type { EntityManager } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { readAbsences, readHolidays } from "./leave.absences.queries";
import { attendanceOf } from "./leave.absences.rules";
import { balanceOn, type History } from "./leave.balance.rules";
import { dayMinutesOn } from "./leave.calendar.rules";
import type { LotSpec } from "./leave.ledger.rules";
import { findSubject, type LeaveSubject, ownDepartments } from "./leave.people.queries";
import { requireMayRead } from "./leave.policy";
import { dueLots, placeIn } from "./leave.statutory.rules";

/** Somebody's balance on any day; a future day counts the statutory grants to come, if nobody is absent until then. */
export async function leaveBalance(ctx: Ctx, input: LeaveBalanceInput): Promise<LeaveBalance> {
  const subject = await readableSubject(ctx, input.employeeId);
  const today = koreanDate(ctx.clock.now());
  const on = input.on ?? today;
  const { lots, entries } = await readHistory(ctx.mysql.manager, subject.id);
  const coming = on > today ? await comingGrants(ctx, subject, lots, on) : { lots: [], entries: [] };
  const balance = balanceOn({ lots: [...lots, ...coming.lots], entries: [...entries, ...coming.entries] }, on);
  return { employeeId: subject.id, on, dayMinutes: dayMinutesOn(subject.hours, on), ...balance };
}

/** Every entry of somebody's ledger with its lot, rule, reason and actor, by the day it took effect, newest first. */
export async function explainLeave(ctx: Ctx, input: ExplainLeaveInput): Promise<LedgerEntryView[]> {
  const subject = await readableSubject(ctx, input.employeeId);
  const { lots, entries } = await readHistory(ctx.mysql.manager, subject.id);
  const lotOf = new Map(lots.map(({ weeklyMinutes: _, ...lot }) => [lot.key, lot]));
  const people = await findPeople(
    ctx,
    entries.flatMap(({ actorId }) => (actorId ? [actorId] : [])),
  );
  let balanceMinutes = 0;
  const views = entries.map(
    ({ id, kind, minutes, effectiveOn, recordedAt, lotKey, requestId, leaveDay, reason, actorId }) => {
      balanceMinutes += minutes;
      const lot = lotOf.get(lotKey);
      if (!lot) throw new Error(`ledger entry ${id} is of no lot`);
      const actor = actorId ? (people.get(actorId) ?? null) : null;
      return { id, kind, minutes, balanceMinutes, effectiveOn, recordedAt, lot, requestId, leaveDay, reason, actor };
    },
  );
  return views.reverse();
}

async function readableSubject(ctx: Ctx, employeeId: EmployeeId | undefined): Promise<LeaveSubject> {
  const actor = authorize(ctx, "leave:read");
  const subject = await findSubject(ctx.mysql.manager, employeeId ?? actor.id);
  requireMayRead(actor, subject, await ownDepartments(ctx, actor));
  return subject;
}

async function readHistory(
  manager: EntityManager,
  employeeId: EmployeeId,
): Promise<{ lots: LotSpec[]; entries: LedgerEntryRow[] }> {
  const [lots, entries] = await Promise.all([
    manager.query(
      `SELECT lot_key AS \`key\`, kind, rule, starts_on AS startsOn, expires_on AS expiresOn, weekly_minutes AS weeklyMinutes
         FROM leave_lots WHERE employee_id = ?`,
      [employeeId],
    ),
    manager.query(
      `SELECT id, lot_key AS lotKey, kind, minutes, effective_on AS effectiveOn, request_id AS requestId, leave_day AS leaveDay,
              reason, actor_id AS actorId, recorded_at AS recordedAt
         FROM leave_ledger WHERE employee_id = ? ORDER BY effective_on, recorded_at, lot_key, lot_entry`,
      [employeeId],
    ),
  ]);
  return { lots, entries };
}

async function comingGrants(
  ctx: Ctx,
  subject: LeaveSubject,
  lots: readonly LotSpec[],
  on: CalendarDate,
): Promise<History> {
  const [absences, holidays] = await Promise.all([
    readAbsences(ctx.mysql.manager, [subject.id]),
    readHolidays(ctx.mysql.manager),
  ]);
  const attendance = attendanceOf(subject.hireDate, absences.get(subject.id) ?? [], holidays);
  const known = new Map(lots.map((lot) => [lot.key, lot]));
  const due = dueLots(subject, attendance, on).map((lot) => placeIn(known, lot));
  const coming = due.filter(({ spec }) => !known.has(spec.key));
  return {
    lots: coming.map(({ spec }) => spec),
    entries: coming.map(({ spec, minutes }) => ({
      lotKey: spec.key,
      kind: "GRANT",
      minutes,
      effectiveOn: spec.startsOn,
      leaveDay: null,
    })),
  };
}
