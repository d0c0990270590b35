/** `npm run infra:parity`: the documented stack row by row, what stands for it here, and the tests that prove it. */
import { listResources, readStacks } from "../aws/parts/read-stacks";
import { prod } from "../environments/prod";
import { buildManifests } from "../k8s/app";
import { fileOfTest, readTestFiles } from "../parity/find-tests";
import { rows } from "../parity/rows";
import { exampleValues } from "../testing/cluster-values";
import { infraRoot, print } from "./output";
import { synthesizeTo } from "./synth";

export async function runParity(): Promise<void> {
  const resources = listResources(readStacks(synthesizeTo(prod)));
  const manifests = await buildManifests(prod, exampleValues);
  const files = readTestFiles(infraRoot);
  let unproved = 0;
  for (const [index, row] of rows.entries()) {
    print(`\n${String(index + 1).padStart(2)}  ${row.documented}`);
    print(`    → ${row.here}`);
    const counts = row.resources.map(
      (type) => `${type} × ${resources.filter((resource) => resource.type === type).length}`,
    );
    print(`    resources: ${[...counts, ...(row.objects ?? [])].join(", ")}`);
    for (const title of row.tests) {
      const file = fileOfTest(files, title);
      unproved += file ? 0 : 1;
      print(`    ${file ? "✓" : "✗"} ${title}  (${file ? `infra/${file}` : "no such test"})`);
    }
  }
  print(
    `\n${rows.length} rows, ${resources.length} resources and ${manifests.length} objects in prod, ${unproved} without a test`,
  );
  if (unproved > 0) throw new Error("a row has lost its test");
}
