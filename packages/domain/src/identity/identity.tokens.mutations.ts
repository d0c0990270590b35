import { redisKeys } from "@erp/db/redis/keys";
import type { Ctx } from "../context";
import { endSession, replaceTokens, type Session } from "../sessions";

/** Who comes first renews; should that fail, the next call after this time tries again. */
const LOCK_MS = 30_000;

/**
 * Renews the session's tokens, by one of all the calls that find them expiring. A refresh token that is no longer
 * accepted (revoked, or the account disabled at the identity service) ends the session.
 */
export async function refreshTokens(ctx: Ctx, sessionId: string, session: Session): Promise<void> {
  const isFirst = await ctx.redis.set(redisKeys.tokenRefresh(sessionId), "1", "PX", LOCK_MS, "NX");
  if (isFirst === null) return;
  const tokens = await ctx.identity.refresh(session.tokens.refreshToken);
  if (tokens) await replaceTokens(ctx, sessionId, session, tokens);
  else await endSession(ctx, sessionId, session.employeeId);
}
