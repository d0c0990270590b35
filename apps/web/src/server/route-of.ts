/**
 * A request's route, of which there are few, so that metrics and spans can be counted by it: the first segments of an
 * endpoint, `asset` for files, `page` for everything that Next renders.
 */
export function routeOf(path: string): string {
  const [, endpoint] = /^(\/api\/(?:trpc|v1|auth|realtime|files))(?:\/|$)/.exec(path) ?? [];
  if (endpoint) return endpoint;
  if (path.startsWith("/_next/") || path.startsWith("/icon.")) return "asset";
  return "page";
}
