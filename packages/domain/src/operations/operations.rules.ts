/** The workers report every ten seconds; after three reports that did not come, the last one says nothing any more. */
export const REPORT_EVERY_MS = 10_000;
const STALE_AFTER_MS = 3 * REPORT_EVERY_MS;

export function isStale(reportedAt: Date, now: Date): boolean {
  return now.getTime() - reportedAt.getTime() > STALE_AFTER_MS;
}
