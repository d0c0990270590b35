import type { EventEnvelope } from "@erp/contracts/events";
import { type LeaveCancellationRow, leaveCancellations } from "@erp/db/mysql/entities/leave-cancellations";
import { leaveRequests } from "@erp/db/mysql/entities/leave-requests";
import type { Tx } from "@erp/db/mysql/transaction";
import type { Ctx } from "../context";
import { inTransactionOnce } from "../transaction";
import { giveBackFrom } from "./leave.cancellations.mutations";
import { endRequest, type LeaveEnding } from "./leave.endings.mutations";
import { giveBackAfterLastDay } from "./leave.leavers.reactions";

const CONSUMER = "leave";

type Ended = EventEnvelope<"approval.approved" | "approval.rejected" | "approval.withdrawn">;

/** What becomes of held and of used days when their document ends. */
export const leaveSettlementReactions = {
  "approval.approved": (ctx: Ctx, event: Ended) => follow(ctx, event, "APPROVED"),
  "approval.rejected": (ctx: Ctx, event: Ended) => follow(ctx, event, "REJECTED"),
  "approval.withdrawn": (ctx: Ctx, event: Ended) => follow(ctx, event, "WITHDRAWN"),
} as const;

/** Most documents are about something else. What is asked for was stored before its document came to be, so it is there. */
async function follow(ctx: Ctx, event: Ended, ending: LeaveEnding): Promise<void> {
  const { documentId: id, formCode } = event.data;
  const { manager } = ctx.mysql;
  if (formCode === "ANNUAL_LEAVE") {
    const request = await manager.findOneByOrFail(leaveRequests, { id });
    await inTransactionOnce(ctx, CONSUMER, event, async (tx) => {
      await endRequest(ctx, tx, request, ending);
      if (ending === "APPROVED") await giveBackAfterLastDay(ctx, tx, request.employeeId);
    });
  }
  if (formCode === "LEAVE_CANCELLATION") {
    const cancellation = await manager.findOneByOrFail(leaveCancellations, { id });
    await inTransactionOnce(ctx, CONSUMER, event, (tx) => endCancellation(ctx, tx, cancellation, ending));
  }
}

async function endCancellation(
  ctx: Ctx,
  tx: Tx,
  { id, requestId, fromDay, reason }: LeaveCancellationRow,
  status: LeaveEnding,
): Promise<void> {
  const change = { status, endedAt: ctx.clock.now() };
  const { affected } = await tx.update(leaveCancellations, { id, status: "IN_PROGRESS" }, change);
  if (affected === 0) return;
  if (status !== "APPROVED") return;
  await giveBackFrom(ctx, tx, await tx.findOneByOrFail(leaveRequests, { id: requestId }), fromDay, reason);
}
