import { setTimeout as sleep } from "node:timers/promises";
import { installServers } from "../install/install";
import { chooseMode } from "../mode";
import { listRunningPieces, stopPiecesExcept, stopPortal } from "../portal";
import { describeProblem, Problem } from "../problem";
import { report, seconds } from "../progress";
import { startServers, wipeServers } from "../servers";
import { addCounts, type Counts, describeCounts, noCounts } from "../testing/counts";
import { checkParts, type Part, parts } from "../testing/parts";

/** `npm test [-- part…]`: all parts with wiped data, or the named ones on the data as it is. Goes on after a failed part. */
export async function runTest(args: string[]): Promise<number> {
  const chosen = chooseParts(args);
  const isFullRun = args.length === 0;
  const before = isFullRun ? [] : await listRunningPieces("test");
  const needsServers = chosen.some((part) => part.needsServers);
  const results: { part: Part; counts: Counts; time: number }[] = [];
  try {
    if (needsServers) await prepareServers(isFullRun, chosen);
    for (const part of chosen) {
      report(`── ${part.name}`);
      const begin = Date.now();
      const counts = await runPart(part);
      results.push({ part, counts, time: Date.now() - begin });
    }
  } finally {
    if (needsServers) await stopPiecesExcept("test", before);
  }
  return summarize(results);
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

async function runPart(part: Part): Promise<Counts> {
  try {
    return await part.run();
  } catch (error) {
    process.stderr.write(`${describeProblem(error)}\n`);
    return { ...noCounts, failed: 1 };
  }
}

async function summarize(results: { part: Part; counts: Counts; time: number }[]): Promise<number> {
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
  process.stderr.write(`${lines.join("\n")}\n\n`);
  // Output of the parts may still be on its way; the counts must come last.
  await sleep(50);
  process.stdout.write(`${describeCounts(total)}\n`);
  return total.failed > 0 || isEmpty ? 1 : 0;
}
