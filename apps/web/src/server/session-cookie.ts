import { decode } from "next-auth/jwt";
import { sessionCookieName } from "../lib/session-token";

const MAX_REMEMBERED = 10_000;

export type ReadSessionId = (token: string | null) => Promise<string | null>;

/**
 * Reads the session id out of next-auth's cookie. Decrypting costs more than the rest of a call, so the last ones are
 * remembered: a cookie's content never changes, and whether the session still exists is asked of Redis every time.
 */
export function createSessionIdReader(secret: string): ReadSessionId {
  const remembered = new Map<string, { sessionId: string; expiresAt: number }>();
  return async (token) => {
    if (!token) return null;
    const known = remembered.get(token);
    if (known && known.expiresAt > Date.now()) return known.sessionId;
    const content = await decode({ token, secret }).catch(() => null);
    if (typeof content?.sub !== "string" || typeof content.exp !== "number") return null;
    const oldest = remembered.keys().next().value;
    if (remembered.size >= MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(token, { sessionId: content.sub, expiresAt: content.exp * 1000 });
    return content.sub;
  };
}

export function sessionTokenIn(cookieHeader: string | null | undefined, publicUrl: string): string | null {
  return cookieIn(cookieHeader, sessionCookieName(publicUrl));
}

/** As it was sent: our values need no decoding, and a value that cannot be decoded must not make a request fail. */
export function cookieIn(cookieHeader: string | null | undefined, name: string): string | null {
  const pair = cookieHeader?.split(";").find((part) => part.trim().startsWith(`${name}=`));
  return pair ? pair.slice(pair.indexOf("=") + 1).trim() : null;
}
