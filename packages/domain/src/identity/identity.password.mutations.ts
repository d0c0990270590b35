import type { RequestPasswordResetInput, ResetPasswordInput } from "@erp/contracts/identity";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { endSessionsOf } from "../sessions";
import { accepted } from "./identity.rules";
import { countFor, forgiveFor } from "./identity.throttle.mutations";
import { codeAttempts, mailAttempts, signInAttempts } from "./identity.throttle.rules";

/** Mails a code if the address has an account. Answers the same for every address. */
export async function requestPasswordReset(
  ctx: Ctx,
  { email }: RequestPasswordResetInput,
  source: string,
): Promise<void> {
  await countFor(ctx, mailAttempts, email, source);
  accepted(await ctx.identity.requestPasswordReset(email));
}

/**
 * Sets a new password with the mailed code and signs the person out everywhere: whoever knew the old one is out too.
 * Throws `identity.invalid-code`, `identity.weak-password`, `identity.throttled`.
 */
export async function resetPassword(
  ctx: Ctx,
  { email, code, newPassword }: ResetPasswordInput,
  source: string,
): Promise<void> {
  await countFor(ctx, codeAttempts, email, source);
  accepted(await ctx.identity.resetPassword(email, code, newPassword));
  await forgiveFor(ctx, codeAttempts, email, source);
  await forgiveFor(ctx, signInAttempts, email, source);
  const [holder]: { id: EmployeeId }[] = await ctx.mysql.query("SELECT id FROM employees WHERE email = ?", [email]);
  if (holder) await endSessionsOf(ctx, holder.id);
}
