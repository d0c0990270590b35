import type { EventEnvelope } from "@erp/contracts/events";
import { leaveDays } from "@erp/db/mysql/entities/leave-days";
import { forgetCovers, recordDaysAway } from "../approvals/approvals.covers.mutations";
import type { Ctx } from "../context";
import { inTransactionOnce } from "../transaction";
import { findLeaveRequest } from "./leave.requests.queries";

const CONSUMER = "leave";

type LeaveEvent = EventEnvelope<"leave.settled" | "leave.cancelled">;

/** Approvals are told on which days somebody is away, because their standing substitute decides on them (ADR 0024). */
export const leaveSubstituteReactions = {
  "leave.settled": reportDaysAway,
  "leave.cancelled": reportDaysAway,
} as const;

/** The days as they are now, whatever the event said: a late settlement after a cancellation brings nothing back. */
async function reportDaysAway(ctx: Ctx, event: LeaveEvent): Promise<void> {
  const { employeeId, requestId } = event.data;
  await inTransactionOnce(ctx, CONSUMER, event, async (tx) => {
    const request = await findLeaveRequest(tx, requestId);
    const rows = await tx.find(leaveDays, { where: { requestId }, order: { day: "ASC" } });
    const days = request?.status === "APPROVED" ? rows.map(({ day }) => day) : [];
    await recordDaysAway(ctx, tx, { requestId, employeeId, days });
  });
  await forgetCovers(ctx, employeeId);
}
