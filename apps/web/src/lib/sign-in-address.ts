/** The sign-in page that leads back to where the person wanted to go. */
export function signInAddress(next: string): string {
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Only paths of this portal: `//elsewhere.example` and `/\elsewhere` are other sites to a browser. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}
