/** What the smoke test finds out about a portal. */
export type Check = { name: string; run(portal: URL): Promise<void> };

/** Throws with what was found instead. */
export function expectThat(holds: boolean, found: string): void {
  if (!holds) throw new Error(found);
}

/** One request, never longer than ten seconds, redirects left to the caller. */
export function ask(portal: URL, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, portal), { redirect: "manual", signal: AbortSignal.timeout(10_000), ...init });
}
