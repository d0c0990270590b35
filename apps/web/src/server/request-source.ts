import type { IncomingMessage } from "node:http";

/**
 * The address a request came from, for throttling. Only our own proxies' entries of X-Forwarded-For count: whatever
 * stands further left was written by the client.
 */
export function sourceOf(request: IncomingMessage, trustedProxyHops: number): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const direct = request.socket.remoteAddress ?? "unknown";
  return trustedProxyHops > 0 ? (forwarded.at(-trustedProxyHops) ?? direct) : direct;
}

/** A scraper inside the network, asking this process itself: nothing that came through a proxy. */
export function isInternal(request: IncomingMessage): boolean {
  if (request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined) return false;
  const address = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(address);
}
