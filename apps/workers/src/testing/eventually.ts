import { wait } from "../wait";

const LOOK_EVERY_MS = 20;

/**
 * Resolves with the first answer that is not null. A look that fails counts as none: servers restart under the tests.
 * Fails with what was missing, and the last failure as its cause, when nothing comes in time.
 */
export async function eventually<Answer>(
  what: string,
  look: () => Promise<Answer | null> | Answer | null,
  withinMs = 30_000,
): Promise<Answer> {
  const deadline = performance.now() + withinMs;
  let cause: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await look();
      if (answer !== null) return answer;
    } catch (error) {
      cause = error;
    }
    await wait(LOOK_EVERY_MS);
  }
  throw new Error(`not within ${withinMs} ms: ${what}`, { cause });
}

/** Resolves when the condition holds. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs?: number): Promise<void> {
  await eventually(what, async () => ((await holds()) ? true : null), withinMs);
}
