import { wait } from "../wait";

const LOOK_EVERY_MS = 20;

/** Resolves with the first answer that is not null; fails with what was missing when none comes in time. */
export async function eventually<Answer>(
  what: string,
  look: () => Promise<Answer | null> | Answer | null,
  withinMs = 30_000,
): Promise<Answer> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    const answer = await look();
    if (answer !== null) return answer;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error(`not within ${withinMs} ms: ${what}`);
}

/** Resolves when the condition holds. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs?: number): Promise<void> {
  await eventually(what, async () => ((await holds()) ? true : null), withinMs);
}
