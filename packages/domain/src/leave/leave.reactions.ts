import type { EventEnvelope } from "@erp/contracts/events";
import type { Ctx } from "../context";
import { managersAbove } from "../employees/employees.queries";

type LeaveEvent = EventEnvelope<
  "leave.adjusted" | "leave.rewarded" | "leave.requested" | "leave.settled" | "leave.released" | "leave.cancelled"
>;

/** Whose open pages show somebody's leave look again: the person's own and those of their managers. */
export const leaveReactions = {
  "leave.adjusted": announceLeave,
  "leave.rewarded": announceLeave,
  "leave.requested": announceLeave,
  "leave.settled": announceLeave,
  "leave.released": announceLeave,
  "leave.cancelled": announceLeave,
} as const;

async function announceLeave(ctx: Ctx, { data: { employeeId } }: LeaveEvent): Promise<void> {
  const managers = await managersAbove(ctx, employeeId);
  await ctx.signals.send([employeeId, ...managers.map(({ id }) => id)], { about: "leave", employeeId });
}
