import type { Ctx } from "../context";
import { countAttempt, forgetAttempts, forgiveAttempt } from "../throttle";
import type { Attempts } from "./identity.throttle.rules";

/** Counts an attempt for the address and the source. Throws `identity.throttled` when either has had enough. */
export async function countFor(ctx: Ctx, { address, source }: Attempts, email: string, from: string): Promise<void> {
  await countAttempt(ctx, source, from);
  await countAttempt(ctx, address, email);
}

/** A success clears the address; the source only gets this attempt back, for others may be guessing from there. */
export async function forgiveFor(ctx: Ctx, { address, source }: Attempts, email: string, from: string): Promise<void> {
  await Promise.all([forgetAttempts(ctx, address, email), forgiveAttempt(ctx, source, from)]);
}
