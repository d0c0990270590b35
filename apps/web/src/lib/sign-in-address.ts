/** The sign-in page that leads back to where the person wanted to go. */
export function signInAddress(next: string): string {
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

const PORTAL = "https://portal.invalid";

/**
 * Only paths of this portal. Read as a browser reads them, which drops tabs and line breaks and takes a backslash for a
 * slash: `//elsewhere.example`, `/\elsewhere` and a slash, a tab and a slash lead to other sites.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith("/") || !URL.canParse(next, PORTAL)) return "/";
  const { origin, pathname, search, hash } = new URL(next, PORTAL);
  // A path may itself become `//elsewhere.example` once its dots are resolved.
  if (origin !== PORTAL || pathname.startsWith("//") || pathname.startsWith("/sign-in")) return "/";
  return `${pathname}${search}${hash}`;
}
