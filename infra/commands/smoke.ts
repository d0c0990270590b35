/** `npm run infra:smoke -- <address>`: is this portal up? Against the deployed one, or `npm start`'s http://localhost:3000. */
import { smokeTest } from "../pipeline/smoke/run-smoke";
import { print } from "./output";

export async function runSmoke([address = "http://localhost:3000"]: readonly string[]): Promise<void> {
  const findings = await smokeTest(new URL(address));
  for (const { name, problem } of findings) print(problem === null ? `✓ ${name}` : `✗ ${name}\n    ${problem}`);
  const failed = findings.filter(({ problem }) => problem !== null);
  print(`${address}: ${findings.length - failed.length} of ${findings.length} checks passed`);
  if (failed.length > 0) throw new Error("the portal is not as it should be");
}
