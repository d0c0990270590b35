/** One line per step with the time it took: what a person watches while waiting. */
const startedAt = Date.now();

export function report(text: string): void {
  process.stderr.write(`[${seconds(Date.now() - startedAt).padStart(7)}] ${text}\n`);
}

/** Runs a step and says how long it took. The error of a failed step goes on to the caller. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const begin = Date.now();
  const result = await run();
  report(`✓ ${title} (${seconds(Date.now() - begin)})`);
  return result;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
