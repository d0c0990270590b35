import { join } from "node:path";
import { infraRoot, installInfra } from "../install/infra";
import { runAnyway } from "../run";

/** `npm run infra:<command>`: infra's own commands (infra/commands/main.ts), with its packages installed first. */
export async function runInfraCommand(args: string[]): Promise<number> {
  await installInfra();
  const tsx = join(infraRoot, "node_modules/.bin/tsx");
  const { code } = await runAnyway(tsx, ["commands/main.ts", ...args], { cwd: infraRoot, show: true });
  return code;
}
