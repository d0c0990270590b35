/** The commands of infra: `npm run infra:<command>` at the root leads here. */
import { runCost } from "./cost";
import { runManifests } from "./manifests";
import { runParity } from "./parity";
import { runPlan } from "./plan";
import { runSmoke } from "./smoke";
import { runSynth } from "./synth";
import { runValidate } from "./validate";

const commands: Record<string, (args: readonly string[]) => void | Promise<void>> = {
  synth: runSynth,
  validate: runValidate,
  plan: runPlan,
  manifests: runManifests,
  smoke: runSmoke,
  parity: runParity,
  cost: runCost,
};

async function main([name = "", ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (!command) throw new Error(`there is no command "${name}"; one of: ${Object.keys(commands).join(", ")}`);
  await command(args);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`✗ ${error.message}\n`);
  process.exitCode = 1;
});
