import type { EventEnvelope } from "@erp/contracts/events";
import type { Ctx } from "../context";

/** Whose open pages show a balance look again. */
export const leaveReactions = { "leave.adjusted": announceBalance, "leave.rewarded": announceBalance } as const;

async function announceBalance(
  ctx: Ctx,
  { data: { employeeId } }: EventEnvelope<"leave.adjusted" | "leave.rewarded">,
): Promise<void> {
  await ctx.signals.send([employeeId], { about: "leave", employeeId });
}
