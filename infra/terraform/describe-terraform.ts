import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stackNames } from "../aws/parts/stack";
import { outputRoot } from "../commands/output";
import type { EnvironmentName } from "../environments/environment";
import { synthesize } from "../testing/synthesized";
import { findTerraform } from "./find-terraform";
import { type RunningProvider, startProvider } from "./run-provider";
import { applyMocked, initialize, type Outcome, prepareFolder, validate } from "./run-terraform";

/** Slow machines take a minute for the biggest stack. */
const TIMEOUT_MS = 300_000;

/** `terraform validate` and a mocked apply of every stack; where Terraform or the provider is missing, said aloud and counted. */
export function describeTerraform(name: EnvironmentName): void {
  const terraform = findTerraform();
  if ("missing" in terraform) {
    describe(`SKIPPED, Terraform on ${name}: ${terraform.missing}`, () => {
      it.skip.each([...stackNames])("%s is valid, and applies on mocked AWS", () => {});
    });
    return;
  }
  const folderOf = (stack: string) => join(outputRoot, "terraform", name, stack);

  describe(`Terraform ${terraform.version} with AWS provider ${terraform.awsVersion} on ${name}`, () => {
    const { stacks, resources } = synthesize(name);
    let applied = 0;
    let provider: RunningProvider | undefined;

    beforeAll(async () => {
      for (const stack of stackNames) {
        prepareFolder(folderOf(stack), stacks[stack], terraform);
        const { ok, output } = await initialize(folderOf(stack));
        if (!ok) throw new Error(output);
      }
      provider = await startProvider(terraform.awsProvider);
    }, TIMEOUT_MS);

    afterAll(() => {
      provider?.stop();
      process.stdout.write(`${name}: ${applied} of ${resources.length} resources valid and applied on mocked AWS\n`);
    });

    it.each(stackNames)(
      "%s is valid",
      async (stack) => expectOk(await validate(folderOf(stack), provider)),
      TIMEOUT_MS,
    );

    it.each(stackNames)(
      "%s applies on mocked AWS",
      async (stack) => {
        expectOk(await applyMocked(folderOf(stack), provider));
        applied += resources.filter((resource) => resource.stack === stack).length;
      },
      TIMEOUT_MS,
    );
  });
}

/** Shows what Terraform said, which a bare comparison would hide. */
function expectOk({ ok, output }: Outcome): void {
  expect(ok, output).toBe(true);
}
