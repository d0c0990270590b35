import type { EventEnvelope } from "@erp/contracts/events";
import type { Ctx } from "../context";
import { forgetCovers } from "./approvals.covers.mutations";
import { endSubstitutionsBy } from "./approvals.substitutions.mutations";
import { endSuccession, nameSuccessor } from "./approvals.successors.mutations";

type SubstitutionEvent = EventEnvelope<"substitution.named" | "substitution.ended" | "substitution.switched-on">;

/** Both people's boxes show something else now; leavers stand in for nobody, and leave to a successor what waits until they are back. */
export const substitutionReactions = {
  "substitution.named": announceSubstitution,
  "substitution.ended": announceSubstitution,
  "substitution.switched-on": announceSubstitution,
  "employee.deactivated": onPersonLeft,
  "employee.reactivated": endSuccession,
} as const;

/** What was remembered goes first, in case whoever changed it died before: then whoever looks finds what changed. */
async function announceSubstitution(ctx: Ctx, { data }: SubstitutionEvent): Promise<void> {
  await forgetCovers(ctx, data.employeeId);
  await ctx.signals.send([data.employeeId, data.substituteId], { about: "substitutes" });
}

/** The successor first: what waited for earlier leavers, for whom this one stood in, is passed on with it. */
async function onPersonLeft(ctx: Ctx, event: EventEnvelope<"employee.deactivated">): Promise<void> {
  await nameSuccessor(ctx, event);
  await endSubstitutionsBy(ctx, event.data.employeeId);
  await forgetCovers(ctx, event.data.employeeId);
}
