/** Checks what no other tool checks: names, sizes, layers, pins and leaks. Usage: npm run structure */
import { fileURLToPath } from "node:url";
import { noClockInDomain } from "./structure/clock";
import { domainArrows } from "./structure/domains";
import { noImportCycles } from "./structure/imports";
import { noMachineAddresses, noSecrets } from "./structure/leaks";
import { domainFileNames, kebabCaseNames, noVagueNames } from "./structure/names";
import { declaredDependencies, exactPins, lockfileInSync } from "./structure/packages";
import { describeLengths, fileLengths } from "./structure/sizes";
import { readSourceTree } from "./structure/source-tree";

const checks = [
  domainFileNames,
  noVagueNames,
  kebabCaseNames,
  fileLengths,
  noClockInDomain,
  noImportCycles,
  domainArrows,
  declaredDependencies,
  exactPins,
  lockfileInSync,
  noMachineAddresses,
  noSecrets,
];

const files = readSourceTree(fileURLToPath(new URL("..", import.meta.url)));
let failed = 0;
for (const check of checks) {
  const violations = check.find(files);
  console.log(`${violations.length === 0 ? "✓" : "✗"} ${check.name}`);
  for (const violation of violations) console.log(`    ${violation}`);
  if (violations.length > 0) failed += 1;
}
console.log(describeLengths(files));
console.log(`${checks.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
