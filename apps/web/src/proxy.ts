import { type NextRequest, NextResponse } from "next/server";
import { pageEnv } from "./env";
import { sessionCookieName } from "./lib/session-token";
import { signInAddress } from "./lib/sign-in-address";

const openPaths = ["/sign-in", "/sign-up", "/confirm", "/forgot-password", "/new-password"];

/**
 * Before every page: a Content-Security-Policy with a fresh nonce, and the way to the sign-in for people without a
 * cookie. Only a short cut: the portal's layout asks for the session itself, and every call of the API does too.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const env = pageEnv();
  const hasCookie = request.cookies.has(sessionCookieName(env.PUBLIC_URL));
  if (!hasCookie && !openPaths.includes(pathname)) {
    return NextResponse.redirect(new URL(signInAddress(pathname + search), env.PUBLIC_URL));
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce, env);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathname + search);
  // Next reads the nonce for its own scripts out of this one.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(
  nonce: string,
  env: { NODE_ENV: string; PUBLIC_URL: string; SOKETI_PUBLIC_URL: string },
): string {
  const isDevelopment = env.NODE_ENV === "development";
  const rules = [
    "default-src 'self'",
    // React explains errors with eval while developing, never in production.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Positions of floating things are style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${socketOrigins(env.SOKETI_PUBLIC_URL)}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(env.PUBLIC_URL.startsWith("https://") ? ["upgrade-insecure-requests"] : []),
  ];
  return rules.join("; ");
}

/** pusher-js is given one address and speaks WebSocket to it, whichever way the address was written. */
function socketOrigins(publicUrl: string): string {
  const { protocol, host } = new URL(publicUrl);
  return `${protocol === "https:" || protocol === "wss:" ? "wss" : "ws"}://${host}`;
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)"],
};
