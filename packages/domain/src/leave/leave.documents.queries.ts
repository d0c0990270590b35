import { koreanDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import type { ColleagueOff, LeaveOfDocument, LeaveOfDocumentInput } from "@erp/contracts/leave-requests";
import { leaveCancellations } from "@erp/db/mysql/entities/leave-cancellations";
import type { LeaveRequestRow } from "@erp/db/mysql/entities/leave-requests";
import { loadDocumentFor } from "../approvals/approvals.store.queries";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { dayMinutesOn } from "./leave.calendar.rules";
import { balanceOf, lapse } from "./leave.ledger.rules";
import { findSubject } from "./leave.people.queries";
import { findLeaveRequest, viewLeaveRequest } from "./leave.requests.queries";
import { readAccounts } from "./leave.store.queries";
import { readColleaguesOff } from "./leave.team.queries";

/** The leave a document is about, and what its requester has left: for everybody who may open the document. */
export async function leaveOfDocument(ctx: Ctx, { documentId }: LeaveOfDocumentInput): Promise<LeaveOfDocument> {
  const { id, employeeId } = await loadLeaveOf(ctx, documentId);
  const { manager } = ctx.mysql;
  const today = koreanDate(ctx.clock.now());
  const [request, { hours }, accounts] = await Promise.all([
    viewLeaveRequest(ctx, id),
    findSubject(manager, employeeId),
    readAccounts(manager, [employeeId], today),
  ]);
  const availableMinutes = accounts.reduce((sum, account) => sum + balanceOf(lapse(account)), 0);
  return { request, dayMinutes: dayMinutesOn(hours, today), availableMinutes };
}

/** Who else of the requester's department is away on the days of a leave document. */
export async function whoElseIsOff(ctx: Ctx, { documentId }: LeaveOfDocumentInput): Promise<ColleagueOff[]> {
  const { employeeId, fromDay, toDay } = await loadLeaveOf(ctx, documentId);
  const { departmentId } = await findSubject(ctx.mysql.manager, employeeId);
  const colleagues = await readColleaguesOff(ctx, departmentId, { from: fromDay, to: toDay });
  return colleagues.filter(({ person }) => person.id !== employeeId);
}

/** Throws `approval.not-found` for a document that is not the actor's to see, `leave.not-found` for one about something else. */
async function loadLeaveOf(ctx: Ctx, documentId: DocumentId): Promise<LeaveRequestRow> {
  const actor = authorize(ctx, "approvals:read");
  await loadDocumentFor(ctx, actor, documentId);
  const { manager } = ctx.mysql;
  const cancellation = await manager.findOneBy(leaveCancellations, { id: documentId });
  const request = await findLeaveRequest(manager, cancellation?.requestId ?? documentId);
  if (!request) throw new DomainError("leave.not-found");
  return request;
}
