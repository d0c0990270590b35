import type { ServerResponse } from "node:http";

/** On every response. The Content-Security-Policy carries a nonce per page and is set in `proxy.ts`. */
export function setSecurityHeaders(response: ServerResponse, publicUrl: string): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
  if (publicUrl.startsWith("https://"))
    response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}
