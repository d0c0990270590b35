import { Problem } from "./problem";
import { findProgram, runAnyway } from "./run";

/** Where the servers come from: somebody else's (external), containers (docker), or processes of this machine (native). */
export type Mode = "external" | "docker" | "native";

let chosen: Promise<Mode> | undefined;

/** ERP_SERVERS decides; without it a Docker engine that answers is used, and this machine's own processes otherwise. */
export function chooseMode(): Promise<Mode> {
  chosen ??= detectMode();
  return chosen;
}

async function detectMode(): Promise<Mode> {
  const wanted = process.env.ERP_SERVERS;
  if (wanted === "external" || wanted === "docker" || wanted === "native") return wanted;
  if (wanted) {
    throw new Problem(`ERP_SERVERS is "${wanted}"`, { remedy: "set it to external, docker or native, or unset it" });
  }
  return (await hasDockerEngine()) ? "docker" : "native";
}

async function hasDockerEngine(): Promise<boolean> {
  if (!findProgram("docker")) return false;
  const engine = await runAnyway("docker", ["version", "--format", "{{.Server.Version}}"]);
  const compose = await runAnyway("docker", ["compose", "version"]);
  return engine.code === 0 && compose.code === 0;
}
