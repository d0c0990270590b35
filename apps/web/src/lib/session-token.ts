/**
 * The cookie that next-auth writes and the server reads. `__Host-` ties it to this very host; browsers accept the prefix
 * over HTTPS only, so a portal on plain http (a developer's machine) goes without.
 */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https://") ? "__Host-erp-session" : "erp-session";
}

/** Seconds a session cookie lives; the session in Redis may end earlier, and then counts. */
export const SESSION_MAX_AGE_SECONDS = 12 * 60 * 60;
