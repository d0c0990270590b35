import { addDays } from "@erp/contracts/dates";
import type { EventEnvelope } from "@erp/contracts/events";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { Tx } from "@erp/db/mysql/transaction";
import type { Ctx } from "../context";
import { inTransactionOnce } from "../transaction";
import { giveBackFrom } from "./leave.cancellations.mutations";
import { findSubject } from "./leave.people.queries";

const CONSUMER = "leave-of-leavers";
const REASON = "퇴사일 이후의 휴가";

export const leaveLeaverReactions = {
  "employee.deactivated": (ctx: Ctx, event: EventEnvelope<"employee.deactivated">) =>
    inTransactionOnce(ctx, CONSUMER, event, (tx) => giveBackAfterLastDay(ctx, tx, event.data.employeeId)),
} as const;

/**
 * Approved leave after the last day of employment was never taken: it comes back, so that the register says what is to be
 * paid out. Nothing for whoever is employed, also again.
 */
export async function giveBackAfterLastDay(ctx: Ctx, tx: Tx, employeeId: EmployeeId): Promise<void> {
  const { leftOn } = await findSubject(tx, employeeId);
  if (leftOn === null) return;
  const requests: { id: DocumentId }[] = await tx.query(
    `SELECT DISTINCT request.id
       FROM leave_days taken JOIN leave_requests request ON request.id = taken.request_id
      WHERE taken.employee_id = ? AND taken.day > ? AND request.status = 'APPROVED'
      ORDER BY request.id`,
    [employeeId, leftOn],
  );
  for (const { id } of requests) await giveBackFrom(ctx, tx, { id, employeeId }, addDays(leftOn, 1), REASON);
}
