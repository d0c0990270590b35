/** One line per step with the time it took: what a person watches while waiting. */
const startedAt = Date.now();

/** After so long without a line a person begins to wonder. */
const patience = 30_000;

export function report(text: string): void {
  process.stderr.write(`[${seconds(Date.now() - startedAt).padStart(7)}] ${text}\n`);
}

/** Runs a step and says how long it took. The error of a failed step goes on to the caller. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const begin = Date.now();
  const reminder = setInterval(() => report(`… not yet: ${title}`), patience);
  try {
    const result = await run();
    report(`✓ ${title} (${seconds(Date.now() - begin)})`);
    return result;
  } catch (error) {
    report(`✗ not done: ${title} (${seconds(Date.now() - begin)})`);
    throw error;
  } finally {
    clearInterval(reminder);
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
