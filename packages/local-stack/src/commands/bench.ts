import { join } from "node:path";
import { repoRoot } from "../paths";
import { listRunningPieces, startPortal, stopPiecesExcept } from "../portal";
import { runAnyway } from "../run";

/**
 * The load generator plays the company's proxy: hundreds of people, each with an address of their own behind it. A few of
 * them do the work of thousands, so the limits per person and per source are lifted; all others stay as they are.
 */
const unlimited = "100000000";
const web = {
  TRUSTED_PROXY_HOPS: "1",
  REQUESTS_PER_MINUTE_PER_PERSON: unlimited,
  REQUESTS_PER_MINUTE_PER_SOURCE: unlimited,
};

/** `npm run bench [-- args]`: the measurements, on a portal of their own. */
export async function runBench(args: string[]): Promise<number> {
  const before = await listRunningPieces("bench");
  try {
    const { environment, password, accounts } = await startPortal("bench", { settings: { web } });
    const env = {
      ...process.env,
      ...environment,
      DEMO_PASSWORD: password,
      DEMO_ACCOUNTS: JSON.stringify(accounts),
    };
    const tsx = join(repoRoot, "node_modules/.bin/tsx");
    const { code } = await runAnyway(tsx, ["src/main.ts", ...args], { cwd: join(repoRoot, "bench"), env, show: true });
    return code;
  } finally {
    await stopPiecesExcept("bench", before);
  }
}
