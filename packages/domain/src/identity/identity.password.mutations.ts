import type { RequestPasswordResetInput, ResetPasswordInput } from "@erp/contracts/identity";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { revokeSessions } from "../employees/employees.sessions.mutations";
import { forgetAttempts } from "../throttle";
import { inTransaction } from "../transaction";
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
 * Sets a new password with the mailed code and signs the person out everywhere: whoever knew the old one is out too. The
 * worker does so again from the event, should Redis not answer.
 * Throws `identity.invalid-code`, `identity.weak-password`, `identity.throttled`.
 */
export async function resetPassword(
  ctx: Ctx,
  { email, code, newPassword }: ResetPasswordInput,
  source: string,
): Promise<void> {
  await countFor(ctx, codeAttempts, email, source);
  accepted(await ctx.identity.resetPassword(email, code, newPassword));
  const [holder]: { id: EmployeeId }[] = await ctx.mysql.query("SELECT id FROM employees WHERE email = ?", [email]);
  if (holder) {
    const { id: employeeId } = holder;
    await inTransaction(ctx, (tx) => emit(ctx, tx, "employee.password-reset", employeeId, { employeeId }));
    await revokeSessions(ctx, employeeId);
  }
  await forgiveFor(ctx, codeAttempts, email, source);
  // The source has made no attempt to sign in that it could be given back.
  await forgetAttempts(ctx, signInAttempts.address, email);
}
