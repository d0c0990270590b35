import type { Check } from "./check";
import { checks } from "./checks";

export type Finding = { name: string; problem: string | null };

/** Runs every check, also after one has failed. */
export async function smokeTest(portal: URL, list: readonly Check[] = checks): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, run } of list) {
    const problem = await run(portal).then(
      () => null,
      (error: Error) => (error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message),
    );
    findings.push({ name, problem });
  }
  return findings;
}
