import type { DocumentRequest } from "@erp/contracts/approvals";
import { koreanDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { LeaveTime } from "@erp/contracts/leave";
import { encodeLeavePart } from "@erp/contracts/leave-part-code";
import type { LeaveRequestView, RequestLeaveInput } from "@erp/contracts/leave-requests";
import { leaveDays } from "@erp/db/mysql/entities/leave-days";
import { leaveRequests } from "@erp/db/mysql/entities/leave-requests";
import type { Tx } from "@erp/db/mysql/transaction";
import { signedIn } from "../actor";
import { assertLineStands, storeRequestedDocumentAtOnce } from "../approvals/approvals.requests.mutations";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { readHolidays } from "./leave.absences.queries";
import { hold } from "./leave.allocation.rules";
import { chargedSlices, type LeaveSlice, minutesOfSlices, overlappingDays } from "./leave.charge.rules";
import { findSubject } from "./leave.people.queries";
import { readTakenSlices, viewLeaveRequest } from "./leave.requests.queries";
import { requireRecent, timeOf } from "./leave.requests.rules";
import { changeAccount } from "./leave.store.mutations";

/**
 * Asks for leave: the days are held and the request is stored in one transaction, under the id that its approval document will
 * have; the document follows at once, or by the worker should this process end in between. Because the days are held, a final
 * approval cannot lack them. Throws `leave.insufficient-balance`, `.overlap`, `.no-workday`, `.outside-work-hours`,
 * `.charge-differs`, `.too-long-ago`, or what is wrong with the line (`approval.*`).
 */
export async function requestLeave(ctx: Ctx, input: RequestLeaveInput): Promise<LeaveRequestView> {
  const actor = authorize(ctx, "leave:request");
  await assertLineStands(ctx, actor, { ...input, formCode: "ANNUAL_LEAVE" });
  const requestId = newId<DocumentId>(ctx.clock);
  const document = await inTransaction(ctx, async (tx) => {
    const time = await holdDays(ctx, tx, requestId, input);
    const wanted = documentOf(ctx, requestId, input, time);
    await emit(ctx, tx, "leave.requested", actor.id, { employeeId: actor.id, requestId });
    await emit(ctx, tx, "approval.requested", requestId, wanted);
    return wanted;
  });
  await storeRequestedDocumentAtOnce(ctx, document);
  return viewLeaveRequest(ctx, requestId);
}

/** Holds what the wish is charged now and stores the request. Nobody else changes this account meanwhile. */
async function holdDays(ctx: Ctx, tx: Tx, requestId: DocumentId, input: RequestLeaveInput): Promise<LeaveTime> {
  const { id: employeeId, hours } = await findSubject(tx, signedIn(ctx).id);
  const holidays = await readHolidays(tx);
  const time = timeOf(input.wish, holidays);
  requireRecent(time, koreanDate(ctx.clock.now()));
  const slices = chargedSlices(time, hours, holidays);
  if (minutesOfSlices(slices) !== input.leaveMinutes) throw new DomainError("leave.charge-differs");
  await changeAccount(ctx, tx, employeeId, async (account) => {
    const [day] = overlappingDays(slices, await readTakenSlices(tx, employeeId, time));
    if (day) throw new DomainError("leave.overlap", { day });
    return hold(account, requestId, slices);
  });
  await tx.insert(leaveRequests, {
    id: requestId,
    employeeId,
    fromDay: time.from,
    toDay: time.to,
    part: encodeLeavePart(time),
    leaveMinutes: input.leaveMinutes,
    reason: input.reason,
    status: "REQUESTED",
    requestedAt: ctx.clock.now(),
    endedAt: null,
  });
  await tx.insert(
    leaveDays,
    slices.map((slice) => toDayRow(requestId, employeeId, slice)),
  );
  return time;
}

function toDayRow(requestId: DocumentId, employeeId: EmployeeId, { day, start, end }: LeaveSlice) {
  return { requestId, employeeId, day, startMinute: start, endMinute: end };
}

function documentOf(ctx: Ctx, requestId: DocumentId, input: RequestLeaveInput, time: LeaveTime): DocumentRequest {
  const { title, leaveMinutes, reason, line, referenceIds } = input;
  const { from, to } = time;
  return {
    documentId: requestId,
    requesterId: signedIn(ctx).id,
    formCode: "ANNUAL_LEAVE",
    title,
    values: { period: { from, to }, part: encodeLeavePart(time), leaveMinutes, ...(reason && { reason }) },
    line,
    referenceIds,
    requestedAt: ctx.clock.now().toISOString(),
  };
}
