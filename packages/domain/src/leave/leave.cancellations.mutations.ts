import type { DocumentRequest } from "@erp/contracts/approvals";
import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import type { CancelLeaveInput, LeaveRequestView, RequestCancellationInput } from "@erp/contracts/leave-requests";
import { leaveCancellations } from "@erp/db/mysql/entities/leave-cancellations";
import { type LeaveDayRow, leaveDays } from "@erp/db/mysql/entities/leave-days";
import { type LeaveRequestRow, leaveRequests } from "@erp/db/mysql/entities/leave-requests";
import type { Tx } from "@erp/db/mysql/transaction";
import { MoreThanOrEqual } from "typeorm";
import type { EmployeeActor } from "../actor";
import { withdraw } from "../approvals/approvals.mutations";
import { assertLineStands, storeRequestedDocumentAtOnce } from "../approvals/approvals.requests.mutations";
import { findDocument } from "../approvals/approvals.store.queries";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { giveBack } from "./leave.allocation.rules";
import { endRequest } from "./leave.endings.mutations";
import { findLeaveRequest, viewLeaveRequest } from "./leave.requests.queries";
import { changeAccount } from "./leave.store.mutations";
import { readOpenEntries } from "./leave.store.queries";

/**
 * The person takes their leave back: what still waits is withdrawn, what was approved and has not begun is given back to the
 * lots it came from. Throws `leave.already-started` for what has begun (`requestCancellation` is for that), `.already-ended`,
 * `.not-found`, and `approval.already-closed` in the moment between the last approval and its effect.
 */
export async function cancelLeave(ctx: Ctx, { requestId, reason }: CancelLeaveInput): Promise<LeaveRequestView> {
  const actor = authorize(ctx, "leave:request");
  const request = await findOwnRequest(ctx, actor, requestId);
  if (request.status === "REQUESTED") await withdrawRequest(ctx, request);
  else await inTransaction(ctx, (tx) => cancelBeforeStart(ctx, tx, request, reason));
  return viewLeaveRequest(ctx, requestId);
}

/** Asks to take back approved leave from a day on, also days that are over. Its approval gives them back. */
export async function requestCancellation(ctx: Ctx, input: RequestCancellationInput): Promise<LeaveRequestView> {
  const actor = authorize(ctx, "leave:request");
  await assertLineStands(ctx, actor, { formCode: "LEAVE_CANCELLATION", line: input.line, referenceIds: [] });
  const { requestId } = input;
  const request = await findOwnRequest(ctx, actor, requestId);
  const leaveNumber = (await findDocument(ctx, requestId))?.number ?? null;
  const id = newId<DocumentId>(ctx.clock);
  const document = await inTransaction(ctx, async (tx) => {
    const days = await storeCancellation(ctx, tx, id, input);
    const wanted = documentOf(ctx, id, request, input, days, leaveNumber);
    await emit(ctx, tx, "approval.requested", id, wanted);
    return wanted;
  });
  await storeRequestedDocumentAtOnce(ctx, document);
  return viewLeaveRequest(ctx, requestId);
}

/** Gives back what is still used of a request from a day on; nothing, when that has happened. */
export async function giveBackFrom(
  ctx: Ctx,
  tx: Tx,
  { id: requestId, employeeId }: Pick<LeaveRequestRow, "id" | "employeeId">,
  from: CalendarDate,
  reason: string,
): Promise<void> {
  let minutes = 0;
  await changeAccount(ctx, tx, employeeId, async (account) => {
    const uses = (await readOpenEntries(tx, requestId, "USE")).filter(({ leaveDay }) => leaveDay >= from);
    minutes = -uses.reduce((sum, use) => sum + use.minutes, 0);
    return giveBack(account, uses, reason);
  });
  if (minutes === 0) return;
  await tx.delete(leaveDays, { requestId, day: MoreThanOrEqual(from) });
  await tx.decrement(leaveRequests, { id: requestId }, "leaveMinutes", minutes);
  const isAllBack = !(await tx.existsBy(leaveDays, { requestId }));
  if (isAllBack) await tx.update(leaveRequests, { id: requestId }, { status: "CANCELLED", endedAt: ctx.clock.now() });
  await emit(ctx, tx, "leave.cancelled", employeeId, { employeeId, requestId });
}

/** Somebody else's request is answered like one that does not exist. */
async function findOwnRequest(ctx: Ctx, actor: EmployeeActor, id: DocumentId): Promise<LeaveRequestRow> {
  const request = await findLeaveRequest(ctx.mysql.manager, id);
  if (request?.employeeId !== actor.id) throw new DomainError("leave.not-found");
  return request;
}

/** The document first: whoever is faster there, the approver or the requester, decides. The worker releases, too. */
async function withdrawRequest(ctx: Ctx, request: LeaveRequestRow): Promise<void> {
  const document = await findDocument(ctx, request.id);
  if (document === null) throw new DomainError("approval.changed-meanwhile");
  await withdraw(ctx, { documentId: document._id, version: document.version });
  await inTransaction(ctx, (tx) => endRequest(ctx, tx, request, "WITHDRAWN"));
}

async function cancelBeforeStart(ctx: Ctx, tx: Tx, request: LeaveRequestRow, reason: string): Promise<void> {
  const first = (await lockLeave(tx, request.id))[0];
  if (!first) throw new DomainError("leave.already-ended");
  if (first.day <= koreanDate(ctx.clock.now())) throw new DomainError("leave.already-started");
  await giveBackFrom(ctx, tx, request, first.day, reason);
}

/** Keeps others from taking back the same leave; answers the days that are left of it, none unless it is approved. */
async function lockLeave(tx: Tx, requestId: DocumentId): Promise<LeaveDayRow[]> {
  const lock = { mode: "pessimistic_write" } as const;
  const request = await tx.findOne(leaveRequests, { where: { id: requestId }, lock });
  if (request?.status !== "APPROVED") return [];
  return tx.find(leaveDays, { where: { requestId }, order: { day: "ASC" } });
}

async function storeCancellation(
  ctx: Ctx,
  tx: Tx,
  id: DocumentId,
  { requestId, from, reason }: RequestCancellationInput,
): Promise<LeaveDayRow[]> {
  const left = await lockLeave(tx, requestId);
  if (left.length === 0) throw new DomainError("leave.already-ended");
  const days = left.filter(({ day }) => day >= from);
  if (days.length === 0) throw new DomainError("leave.nothing-to-cancel");
  const isOpen = await tx.existsBy(leaveCancellations, { requestId, status: "IN_PROGRESS" });
  if (isOpen) throw new DomainError("leave.cancellation-open");
  const requestedAt = ctx.clock.now();
  const row = { id, requestId, fromDay: from, reason, status: "IN_PROGRESS" as const, requestedAt, endedAt: null };
  await tx.insert(leaveCancellations, row);
  return days;
}

function documentOf(
  ctx: Ctx,
  documentId: DocumentId,
  { employeeId, toDay }: LeaveRequestRow,
  { from, title, reason, line }: RequestCancellationInput,
  days: readonly LeaveDayRow[],
  leaveNumber: string | null,
): DocumentRequest {
  const leaveMinutes = days.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
  const period = { from: days[0]?.day ?? from, to: days.at(-1)?.day ?? toDay };
  return {
    documentId,
    requesterId: employeeId,
    formCode: "LEAVE_CANCELLATION",
    title,
    values: { period, leaveMinutes, reason, ...(leaveNumber && { leaveNumber }) },
    line,
    referenceIds: [],
    requestedAt: ctx.clock.now().toISOString(),
  };
}
