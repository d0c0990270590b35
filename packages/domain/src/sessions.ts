import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Role } from "@erp/contracts/roles";
import { redisKeys } from "@erp/db/redis/keys";
import type { Tokens } from "@erp/identity/provider";
import type { Ctx } from "./context";
import { newSecret } from "./new-secret";

/** Who is signed in, as of the sign-in, with the tokens of the identity service. Lives in Redis only (ADR 0007). */
export type Session = { employeeId: EmployeeId; role: Role; departmentId: DepartmentId; tokens: Tokens };

/** When it was opened is missing in what is older than the question. */
type StoredSession = Session & { openedAt?: string };

/** A session ends after this long without a call: a working day's absence, not a lunch. */
export const SESSION_SECONDS = 12 * 60 * 60;

/**
 * Stores a session that ends after `seconds` unless it is read before. Returns its id. A revocation may come between
 * the two writes and miss it: the caller looks at the employee once more before giving the id away.
 */
export async function storeSession(ctx: Ctx, session: Session, seconds: number): Promise<string> {
  const sessionId = newSecret();
  const own = redisKeys.sessionsOf(session.employeeId);
  await forgetEnded(ctx, own);
  // In this order: an id in the list without a session is one that has ended.
  const stored: StoredSession = { ...session, openedAt: ctx.clock.now().toISOString() };
  await ctx.redis.set(redisKeys.session(sessionId), JSON.stringify(stored), "EX", seconds);
  await ctx.redis.sadd(own, sessionId);
  return sessionId;
}

/** One round trip: reads the session and lets it live on. Null when there is none. */
export async function readSession(ctx: Ctx, sessionId: string): Promise<Session | null> {
  const stored = await ctx.redis.getex(redisKeys.session(sessionId), "EX", SESSION_SECONDS);
  if (stored === null) return null;
  const session: Session = JSON.parse(stored);
  return { ...session, tokens: { ...session.tokens, expiresAt: new Date(session.tokens.expiresAt) } };
}

/** Puts renewed tokens in place. Does not bring back a session that has been ended meanwhile. */
export async function replaceTokens(ctx: Ctx, sessionId: string, session: Session, tokens: Tokens): Promise<void> {
  await ctx.redis.set(redisKeys.session(sessionId), JSON.stringify({ ...session, tokens }), "KEEPTTL", "XX");
}

export async function endSession(ctx: Ctx, sessionId: string, employeeId: EmployeeId): Promise<void> {
  await ctx.redis.del(redisKeys.session(sessionId));
  await ctx.redis.srem(redisKeys.sessionsOf(employeeId), sessionId);
}

/** Signs a person out everywhere. Doing it again changes nothing. */
export async function endSessionsOf(ctx: Ctx, employeeId: EmployeeId): Promise<void> {
  const own = redisKeys.sessionsOf(employeeId);
  const sessionIds = await ctx.redis.smembers(own);
  if (sessionIds.length === 0) return;
  await ctx.redis.del(...sessionIds.map(redisKeys.session));
  await ctx.redis.srem(own, ...sessionIds);
}

/**
 * Signs a person out wherever they signed in before this instant: what is heard of late leaves sessions alone that were
 * opened since.
 */
export async function endSessionsBefore(ctx: Ctx, employeeId: EmployeeId, instant: Date): Promise<void> {
  for (const sessionId of await ctx.redis.smembers(redisKeys.sessionsOf(employeeId))) {
    const stored = await ctx.redis.get(redisKeys.session(sessionId));
    const { openedAt }: Partial<StoredSession> = JSON.parse(stored ?? "{}");
    if (openedAt === undefined || new Date(openedAt) < instant) await endSession(ctx, sessionId, employeeId);
  }
}

/** Sessions that ran out by themselves leave their ids in the list; each sign-in sweeps its own person's. */
async function forgetEnded(ctx: Ctx, own: string): Promise<void> {
  const sessionIds = await ctx.redis.smembers(own);
  const alive = await Promise.all(sessionIds.map((id) => ctx.redis.exists(redisKeys.session(id))));
  const ended = sessionIds.filter((_, index) => alive[index] === 0);
  if (ended.length > 0) await ctx.redis.srem(own, ...ended);
}
