/**
 * `turbo prune` leaves out of the lockfile what a `file:` dependency points to, and npm refuses such a lockfile. This
 * puts those entries back from the whole one.
 *
 * Usage: node complete-lockfile.mjs <whole package-lock.json> <pruned package-lock.json>
 */
import { readFileSync, writeFileSync } from "node:fs";

const [wholeFile, prunedFile] = process.argv.slice(2);
const whole = JSON.parse(readFileSync(wholeFile, "utf8"));
const pruned = JSON.parse(readFileSync(prunedFile, "utf8"));

for (const { link, resolved } of Object.values(pruned.packages)) {
  if (link && !pruned.packages[resolved]) pruned.packages[resolved] = whole.packages[resolved];
}
writeFileSync(prunedFile, `${JSON.stringify(pruned, null, 2)}\n`);
