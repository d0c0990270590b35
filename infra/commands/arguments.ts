import { parseArgs } from "node:util";
import type { Environment } from "../environments/environment";
import { allEnvironments, findEnvironment } from "../environments/environments";

/** The environments that `--environment` names; all of them without it. */
export function chosenEnvironments(args: readonly string[]): readonly Environment[] {
  const { environment } = parseArgs({
    args: [...args],
    options: { environment: { type: "string" } },
    strict: false,
  }).values;
  return environment === undefined ? allEnvironments : [findEnvironment(String(environment))];
}

/** The one environment that `--environment` must name, where doing it to all would be dangerous. */
export function chosenEnvironment(args: readonly string[]): Environment {
  const [environment, another] = chosenEnvironments(args);
  if (!environment || another) throw new Error("say which: --environment dev, or --environment prod");
  return environment;
}
