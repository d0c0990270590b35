import type { AnswerNewPasswordInput, SignInInput, SignInResult } from "@erp/contracts/identity";
import { redisKeys } from "@erp/db/redis/keys";
import type { NewPasswordChallenge, SignInOutcome } from "@erp/identity/provider";
import { type EmployeeActor, signedIn } from "../actor";
import type { Ctx } from "../context";
import { accountHolder } from "../employees/employees.joining.mutations";
import { DomainError } from "../errors";
import { newSecret } from "../new-secret";
import { endSession, readSession } from "../sessions";
import { findSession } from "./identity.queries";
import { openSession, TICKET_SECONDS } from "./identity.sessions.mutations";
import { countFor, forgiveFor } from "./identity.throttle.mutations";
import { signInAttempts } from "./identity.throttle.rules";

/** As long as Cognito keeps its side of the challenge. */
const CHALLENGE_SECONDS = 3 * 60;

/**
 * Trades e-mail and password for a ticket. `source` is where the request came from. Throws `identity.invalid-credentials`
 * for a wrong password and an unknown address alike, `identity.throttled`, `identity.not-confirmed`, `identity.disabled`.
 */
export async function signIn(ctx: Ctx, { email, password }: SignInInput, source: string): Promise<SignInResult> {
  await countFor(ctx, signInAttempts, email, source);
  const outcome = await ctx.identity.signIn(email, password);
  const result = await welcome(ctx, outcome);
  await forgiveFor(ctx, signInAttempts, email, source);
  return result;
}

/** The second half of an invited person's first sign-in. Throws `identity.ticket-expired` for an old challenge. */
export async function answerNewPassword(ctx: Ctx, input: AnswerNewPasswordInput): Promise<SignInResult> {
  const key = redisKeys.newPasswordChallenge(input.challenge);
  const stored = await ctx.redis.get(key);
  if (stored === null) throw new DomainError("identity.ticket-expired");
  const challenge: NewPasswordChallenge = JSON.parse(stored);
  const result = await welcome(ctx, await ctx.identity.answerNewPassword(challenge, input.newPassword));
  await ctx.redis.del(key);
  return result;
}

/** Trades the ticket of a sign-in for its session, once; null when it is unknown, used or older than a minute. */
export async function exchangeTicket(
  ctx: Ctx,
  ticket: string,
): Promise<(EmployeeActor & { sessionId: string }) | null> {
  const sessionId = await ctx.redis.getdel(redisKeys.signInTicket(ticket));
  if (sessionId === null) return null;
  const actor = await findSession(ctx, sessionId);
  return actor && { ...actor, sessionId };
}

/** Ends the session of this call and makes its tokens useless. Other sessions of the person go on. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { id, sessionId } = signedIn(ctx);
  if (sessionId === null) return;
  const session = await readSession(ctx, sessionId);
  await endSession(ctx, sessionId, id);
  if (session === null) return;
  // The session is gone whatever Cognito says, and its tokens never left the server.
  await ctx.identity
    .revoke(session.tokens.refreshToken)
    .catch((err: unknown) => ctx.log.warn({ err }, "tokens were not revoked"));
}

async function welcome(ctx: Ctx, outcome: SignInOutcome): Promise<SignInResult> {
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.params);
  if (outcome.next === "NEW_PASSWORD_REQUIRED") {
    return { next: "NEW_PASSWORD_REQUIRED", challenge: await keepChallenge(ctx, outcome.challenge) };
  }
  const holder = await accountHolder(ctx, outcome.identity);
  const sessionId = await openSession(ctx, holder, outcome.tokens);
  const ticket = newSecret();
  await ctx.redis.set(redisKeys.signInTicket(ticket), sessionId, "EX", TICKET_SECONDS);
  return { next: "SIGNED_IN", ticket };
}

/** The challenge names the account, so it stays here: a person who could write it could answer for another account. */
async function keepChallenge(ctx: Ctx, challenge: NewPasswordChallenge): Promise<string> {
  const secret = newSecret();
  await ctx.redis.set(redisKeys.newPasswordChallenge(secret), JSON.stringify(challenge), "EX", CHALLENGE_SECONDS);
  return secret;
}
