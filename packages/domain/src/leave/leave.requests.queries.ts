import type { CalendarDate, Period } from "@erp/contracts/dates";
import { koreanDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { decodeLeavePart } from "@erp/contracts/leave-part-code";
import type { LeaveAction, LeaveRequestView, ListLeaveRequestsInput } from "@erp/contracts/leave-requests";
import { type LeaveCancellationRow, leaveCancellations } from "@erp/db/mysql/entities/leave-cancellations";
import { leaveDays } from "@erp/db/mysql/entities/leave-days";
import { type LeaveRequestRow, leaveRequests } from "@erp/db/mysql/entities/leave-requests";
import { type EntityManager, In } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import type { LeaveSlice } from "./leave.charge.rules";
import { findSubject, ownDepartments } from "./leave.people.queries";
import { requireMayRead } from "./leave.policy";

/** More than anybody asks for in years; older ones are in the ledger. */
const LISTED = 200;

/** Somebody's requests, newest first. */
export async function listLeaveRequests(ctx: Ctx, input: ListLeaveRequestsInput): Promise<LeaveRequestView[]> {
  const actor = authorize(ctx, "leave:read");
  const subject = await findSubject(ctx.mysql.manager, input.employeeId ?? actor.id);
  requireMayRead(actor, subject, await ownDepartments(ctx, actor));
  const rows = await ctx.mysql.manager.find(leaveRequests, {
    where: { employeeId: subject.id },
    order: { requestedAt: "DESC", id: "DESC" },
    take: LISTED,
  });
  return toViews(ctx, rows);
}

/** Throws `leave.not-found`. */
export async function viewLeaveRequest(ctx: Ctx, id: DocumentId): Promise<LeaveRequestView> {
  const row = await findLeaveRequest(ctx.mysql.manager, id);
  const [view] = row ? await toViews(ctx, [row]) : [];
  if (!view) throw new DomainError("leave.not-found");
  return view;
}

export function findLeaveRequest(manager: EntityManager, id: DocumentId): Promise<LeaveRequestRow | null> {
  return manager.findOneBy(leaveRequests, { id });
}

/** What of these days the person's other requests take already, asked for or approved. */
export async function readTakenSlices(
  manager: EntityManager,
  employeeId: EmployeeId,
  { from, to }: Period,
): Promise<LeaveSlice[]> {
  return manager.query(
    `SELECT day, start_minute AS start, end_minute AS end FROM leave_days
      WHERE employee_id = ? AND day BETWEEN ? AND ? ORDER BY day, start_minute`,
    [employeeId, from, to],
  );
}

async function toViews(ctx: Ctx, rows: readonly LeaveRequestRow[]): Promise<LeaveRequestView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const { manager } = ctx.mysql;
  const [days, cancellations] = await Promise.all([
    manager.find(leaveDays, { select: { requestId: true, day: true }, where: { requestId: In(ids) } }),
    manager.find(leaveCancellations, { where: { requestId: In(ids) }, order: { id: "ASC" } }),
  ]);
  const today = koreanDate(ctx.clock.now());
  return rows.map((row) => {
    const left = days.filter(({ requestId }) => requestId === row.id).map(({ day }) => day);
    const cancellation = cancellations.findLast(({ requestId }) => requestId === row.id) ?? null;
    const isOwn = ctx.actor.kind === "employee" && ctx.actor.id === row.employeeId;
    return {
      ...toView(row, cancellation),
      allowedActions: isOwn ? allowedActions(row, left, cancellation, today) : [],
    };
  });
}

function toView(
  { id, employeeId, fromDay, toDay, part, leaveMinutes, reason, status, requestedAt }: LeaveRequestRow,
  cancellation: LeaveCancellationRow | null,
): Omit<LeaveRequestView, "allowedActions"> {
  return {
    id,
    employeeId,
    time: { from: fromDay, to: toDay, ...decodeLeavePart(part) },
    leaveMinutes,
    reason,
    status,
    requestedAt,
    cancellation: cancellation && {
      id: cancellation.id,
      from: cancellation.fromDay,
      status: cancellation.status,
    },
  };
}

/** What has not begun is taken back at once; what has, only with approval (domain rule 3). */
function allowedActions(
  { status }: LeaveRequestRow,
  days: readonly CalendarDate[],
  cancellation: LeaveCancellationRow | null,
  today: CalendarDate,
): LeaveAction[] {
  if (status === "REQUESTED") return ["cancel"];
  if (status !== "APPROVED") return [];
  if (days.every((day) => day > today)) return ["cancel"];
  return cancellation?.status === "IN_PROGRESS" ? [] : ["requestCancellation"];
}
