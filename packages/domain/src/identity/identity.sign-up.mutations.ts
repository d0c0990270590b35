import type { ConfirmSignUpInput, ResendCodeInput, SignUpInput } from "@erp/contracts/identity";
import type { DepartmentId } from "@erp/contracts/ids";
import { signUps } from "@erp/db/mysql/entities/sign-ups";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { accepted, isCompanyAddress } from "./identity.rules";
import { countFor, forgiveFor } from "./identity.throttle.mutations";
import { codeAttempts, mailAttempts } from "./identity.throttle.rules";

/**
 * Registers an address of the company; the person is mailed a code. What they chose is kept in MySQL until their first
 * sign-in, because an attribute that a sign-up may write at the identity service, its owner may change later too.
 * Throws `identity.email-domain-not-allowed`, `department.not-found`, `identity.email-taken`, `identity.throttled`.
 */
export async function signUp(
  ctx: Ctx,
  { email, password, name, departmentCode }: SignUpInput,
  source: string,
): Promise<void> {
  if (!isCompanyAddress(email, ctx.settings.signUpEmailDomains))
    throw new DomainError("identity.email-domain-not-allowed");
  await countFor(ctx, mailAttempts, email, source);
  const departmentId = await departmentByCode(ctx, departmentCode);
  const isNew = await keepIfNew(ctx, email, name, departmentId);
  const outcome = await ctx.identity.signUp({ email, password, name });
  if (!outcome.ok && isNew) await ctx.mysql.manager.delete(signUps, { email });
  accepted(outcome);
  if (!isNew) await ctx.mysql.manager.update(signUps, { email }, { name, departmentId });
}

/** Throws `identity.invalid-code` for a wrong or old code and for an unknown address alike. */
export async function confirmSignUp(ctx: Ctx, { email, code }: ConfirmSignUpInput, source: string): Promise<void> {
  await countFor(ctx, codeAttempts, email, source);
  accepted(await ctx.identity.confirmSignUp(email, code));
  await forgiveFor(ctx, codeAttempts, email, source);
}

/** Answers the same for every address. */
export async function resendCode(ctx: Ctx, { email }: ResendCodeInput, source: string): Promise<void> {
  await countFor(ctx, mailAttempts, email, source);
  accepted(await ctx.identity.resendCode(email));
}

/**
 * Written before the account exists, so that no account is without its row; but an earlier row stays as it is until the
 * service has accepted the new sign-up, because anybody may type anybody's address.
 */
async function keepIfNew(ctx: Ctx, email: string, name: string, departmentId: DepartmentId): Promise<boolean> {
  const result: { affectedRows: number } = await ctx.mysql.query(
    "INSERT IGNORE INTO sign_ups (email, name, department_id, created_at) VALUES (?, ?, ?, ?)",
    [email, name, departmentId, ctx.clock.now()],
  );
  return result.affectedRows === 1;
}

async function departmentByCode(ctx: Ctx, code: string): Promise<DepartmentId> {
  const [department]: { id: DepartmentId }[] = await ctx.mysql.query("SELECT id FROM departments WHERE code = ?", [
    code,
  ]);
  if (!department) throw new DomainError("department.not-found");
  return department.id;
}
