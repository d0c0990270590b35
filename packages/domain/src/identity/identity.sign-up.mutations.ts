import type { ConfirmSignUpInput, ResendCodeInput, SignUpInput, SignUpResult } from "@erp/contracts/identity";
import type { DepartmentId } from "@erp/contracts/ids";
import { signUps } from "@erp/db/mysql/entities/sign-ups";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { newSecret } from "../new-secret";
import { accepted, hashOfProof, isCompanyAddress } from "./identity.rules";
import { countFor, forgiveFor } from "./identity.throttle.mutations";
import { codeAttempts, mailAttempts } from "./identity.throttle.rules";

/**
 * Registers an address of the company; the person is mailed a code. What they chose is kept in MySQL until their first
 * sign-in, because an attribute that a sign-up may write at the identity service, its owner may change later too.
 * Answers a proof, without which nobody confirms it: anybody may sign up with anybody's address and a password of their
 * own, and its owner must not confirm that account with the code that they are mailed.
 * Throws `identity.email-domain-not-allowed`, `department.not-found`, `identity.email-taken`, `identity.throttled`.
 */
export async function signUp(
  ctx: Ctx,
  { email, password, name, departmentCode }: SignUpInput,
  source: string,
): Promise<SignUpResult> {
  if (!isCompanyAddress(email, ctx.settings.signUpEmailDomains))
    throw new DomainError("identity.email-domain-not-allowed");
  await countFor(ctx, mailAttempts, email, source);
  const departmentId = await departmentByCode(ctx, departmentCode);
  const isNew = await keepIfNew(ctx, email, name, departmentId);
  const outcome = await ctx.identity.signUp({ email, password, name });
  if (!outcome.ok && isNew) await ctx.mysql.manager.delete(signUps, { email });
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.params);
  const proof = newSecret();
  const proofHash = hashOfProof(proof, outcome.subject);
  await ctx.mysql.manager.update(signUps, { email }, { name, departmentId, proofHash });
  return { proof };
}

/** Throws `identity.invalid-code` for a wrong or old code, for another's sign-up and for an unknown address alike. */
export async function confirmSignUp(
  ctx: Ctx,
  { email, code, proof }: ConfirmSignUpInput,
  source: string,
): Promise<void> {
  await countFor(ctx, codeAttempts, email, source);
  if (!(await isProven(ctx, email, proof))) throw new DomainError("identity.invalid-code");
  accepted(await ctx.identity.confirmSignUp(email, code));
  await forgiveFor(ctx, codeAttempts, email, source);
}

/** Answers the same for every address. */
export async function resendCode(ctx: Ctx, { email }: ResendCodeInput, source: string): Promise<void> {
  await countFor(ctx, mailAttempts, email, source);
  accepted(await ctx.identity.resendCode(email));
}

/**
 * Whether whoever confirms made the account that is there now. The hash names the account, so that of several sign-ups
 * at once none gets the account of another, in whatever order they were written down.
 */
async function isProven(ctx: Ctx, email: string, proof: string): Promise<boolean> {
  const [signUp, subject] = await Promise.all([
    ctx.mysql.manager.findOneBy(signUps, { email }),
    ctx.identity.subjectToConfirm(email),
  ]);
  return signUp !== null && subject !== null && signUp.proofHash === hashOfProof(proof, subject);
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
