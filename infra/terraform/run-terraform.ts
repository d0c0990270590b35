import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackJson } from "../aws/parts/read-stacks";
import { surroundings } from "../environments/env";
import { adaptToMirror } from "./adapt-to-mirror";
import type { Terraform } from "./find-terraform";
import { mockRemoteStates, mockResources } from "./mock-values";
import type { RunningProvider } from "./run-provider";

export type Outcome = { ok: boolean; output: string };

/** Writes what Terraform needs into the folder: the stack, its test, and where providers come from. */
export function prepareFolder(folder: string, stack: StackJson, terraform: Terraform): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(adaptToMirror(stack, terraform.awsVersion)));
  writeFileSync(join(folder, "mocked.tftest.json"), JSON.stringify(mockedApply(stack)));
  writeFileSync(join(folder, "terraform.rc"), mirrorOnly(terraform.mirror));
}

export function initialize(folder: string): Promise<Outcome> {
  return runTerraform(folder, ["init", "-backend=false", "-input=false", "-no-color"]);
}

export function validate(folder: string, provider?: RunningProvider): Promise<Outcome> {
  return runTerraform(folder, ["validate", "-no-color"], provider);
}

/** `terraform test`: applies the stack on providers that make everything up, and takes it down again. */
export function applyMocked(folder: string, provider?: RunningProvider): Promise<Outcome> {
  return runTerraform(folder, ["test", "-no-color"], provider);
}

function mockedApply(stack: StackJson): object {
  const mock_resource = mockResources(stack);
  const aliases = (stack.provider.aws ?? []).map(({ alias }) => alias as string | undefined);
  return {
    mock_provider: aliases.map((alias) => ({ aws: { ...(alias ? { alias } : {}), mock_resource } })),
    override_data: mockRemoteStates(stack),
    run: { apply: { command: "apply" } },
  };
}

function mirrorOnly(mirror: string): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
}

function runTerraform(folder: string, args: string[], provider?: RunningProvider): Promise<Outcome> {
  const env = {
    ...surroundings.all,
    ...(provider ? { TF_REATTACH_PROVIDERS: provider.reattach } : {}),
    TF_CLI_CONFIG_FILE: join(folder, "terraform.rc"),
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
  return new Promise((resolve) => {
    execFile("terraform", args, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}` }),
    );
  });
}
