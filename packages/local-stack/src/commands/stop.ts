import { resetPortal, stopPortal } from "../portal";
import { findProfile } from "../profiles";
import { report, step } from "../progress";

/** `npm stop`: ends the demo's processes, keeps its data. */
export async function runStop(): Promise<number> {
  const stopped = await stopPortal("demo");
  report(stopped.length > 0 ? `stopped ${stopped.join(", ")}` : "the demo was not running");
  return 0;
}

/** `npm run reset`: the next start begins with a new demo company. */
export async function runReset(): Promise<number> {
  const { dir } = findProfile("demo");
  await step(`the demo is stopped and its data removed (${dir})`, () => resetPortal("demo"));
  return 0;
}
