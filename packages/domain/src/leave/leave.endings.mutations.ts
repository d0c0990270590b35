import type { DocumentId } from "@erp/contracts/ids";
import type { LeaveStatus } from "@erp/contracts/leave-requests";
import { leaveDays } from "@erp/db/mysql/entities/leave-days";
import { type LeaveRequestRow, leaveRequests } from "@erp/db/mysql/entities/leave-requests";
import type { Tx } from "@erp/db/mysql/transaction";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { release, settle } from "./leave.allocation.rules";
import { changeAccount } from "./leave.store.mutations";
import { readOpenEntries } from "./leave.store.queries";

/** How a document ended, for the leave that waited for it. */
export type LeaveEnding = Extract<LeaveStatus, "APPROVED" | "REJECTED" | "WITHDRAWN">;

/**
 * Ends the wait of a request: its holds become uses, or are released. Once, whatever is delivered twice: the second one finds
 * the request ended, and the database itself refuses a second end of a hold.
 */
export async function endRequest(ctx: Ctx, tx: Tx, request: LeaveRequestRow, ending: LeaveEnding): Promise<void> {
  const { id: requestId, employeeId } = request;
  let isEnded = false;
  await changeAccount(ctx, tx, employeeId, async (account) => {
    isEnded = await markEnded(ctx, tx, requestId, ending);
    if (!isEnded) return account;
    const holds = await readOpenEntries(tx, requestId, "HOLD");
    return ending === "APPROVED" ? settle(account, holds) : release(account, holds);
  });
  if (!isEnded) return;
  if (ending !== "APPROVED") await tx.delete(leaveDays, { requestId });
  await emit(ctx, tx, ending === "APPROVED" ? "leave.settled" : "leave.released", employeeId, {
    employeeId,
    requestId,
  });
}

async function markEnded(ctx: Ctx, tx: Tx, id: DocumentId, status: LeaveEnding): Promise<boolean> {
  const change = { status, endedAt: ctx.clock.now() };
  const { affected } = await tx.update(leaveRequests, { id, status: "REQUESTED" }, change);
  return affected === 1;
}
