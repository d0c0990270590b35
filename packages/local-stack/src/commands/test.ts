import { setTimeout as sleep } from "node:timers/promises";
import { installServers } from "../install/install";
import { chooseMode } from "../mode";
import { listRunningPieces, stopPiecesExcept, stopPortal } from "../portal";
import { describeProblem, Problem } from "../problem";
import { report, seconds } from "../progress";
import { startServers, wipeServers } from "../servers";
import { addCounts, type Counts, describeCounts, noCounts } from "../testing/counts";
import { checkParts, type Output, type Part, parts } from "../testing/parts";

type Result = { part: Part; counts: Counts; time: number };

/**
 * `npm test [-- part…]`: all parts with wiped data, or the named ones on the data as it is. Goes on after a failed part.
 * What needs no servers runs beside what waits for them, and shows its output part by part.
 */
export async function runTest(args: string[]): Promise<number> {
  const chosen = chooseParts(args);
  const isFullRun = args.length === 0;
  // Half a minute of drawing; `npm run test:e2e` takes them.
  if (isFullRun) process.env.ERP_PICTURES ??= "off";
  const before = isFullRun ? [] : await listRunningPieces("test");
  const thatNeed = (needs: Part["needs"]) => chosen.filter((part) => part.needs === needs);
  const needsServers = chosen.length > thatNeed("nothing").length;
  const results: Result[] = [];
  try {
    if (needsServers) await prepareServers(isFullRun, chosen);
    const onServers = thatNeed("servers");
    await Promise.all([
      runInOrder(thatNeed("nothing"), onServers.length > 0 ? "at the end" : "as it comes", results),
      runInOrder(onServers, "as it comes", results),
    ]);
    await runInOrder(thatNeed("portal"), "as it comes", results);
  } finally {
    if (needsServers) await stopPiecesExcept("test", before);
  }
  return summarize(results);
}

async function runInOrder(all: readonly Part[], output: Output, results: Result[]): Promise<void> {
  for (const part of all) {
    report(`── ${part.name}`);
    const begin = Date.now();
    const counts = await runPart(part, output);
    results.push({ part, counts, time: Date.now() - begin });
  }
}

function chooseParts(names: string[]): Part[] {
  const wanted = names.includes("check") ? [...names, ...checkParts] : names;
  for (const name of wanted) {
    if (name === "check" || parts.some((part) => part.name === name)) continue;
    throw new Problem(`there is no part "${name}"`, {
      remedy: `one of: check, ${parts.map((part) => part.name).join(", ")}`,
    });
  }
  return wanted.length === 0 ? parts : parts.filter((part) => wanted.includes(part.name));
}

async function prepareServers(isFullRun: boolean, chosen: Part[]): Promise<void> {
  if (isFullRun && (await chooseMode()) !== "external") {
    await stopPortal("test");
    await wipeServers("test");
  }
  const withBrowser = chosen.some((part) => part.name === "e2e");
  // Chromium is needed in every mode; the servers' own packages only in native mode.
  if (withBrowser) await installServers({ withBrowser, withServers: (await chooseMode()) === "native" });
  await startServers("test");
}

async function runPart(part: Part, output: Output): Promise<Counts> {
  try {
    return await part.run(output);
  } catch (error) {
    process.stderr.write(`${describeProblem(error)}\n`);
    return { ...noCounts, failed: 1 };
  }
}

async function summarize(results: readonly Result[]): Promise<number> {
  let total = noCounts;
  let isEmpty = false;
  const lines: string[] = [""];
  for (const { part, counts, time } of results) {
    const ranNothing = counts.passed + counts.failed === 0;
    isEmpty ||= ranNothing;
    total = addCounts(total, counts);
    const note = ranNothing ? "  ← ran no test" : "";
    lines.push(`${part.name.padEnd(12)} ${seconds(time).padStart(8)}  ${describeCounts(counts)}${note}`);
  }
  if (total.failures.length > 0) lines.unshift("", "── failed", ...total.failures);
  process.stderr.write(`${lines.join("\n")}\n\n`);
  // Output of the parts may still be on its way; the counts must come last.
  await sleep(50);
  process.stdout.write(`${describeCounts(total)}\n`);
  return total.failed > 0 || isEmpty ? 1 : 0;
}
