/** Docker mode: the stores are containers of compose.yaml; Soketi, the identity server and the mail outbox stay npm programs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repoRoot } from "./paths";
import type { Profile } from "./profiles";
import { run, runAnyway } from "./run";
import { accountsSql } from "./servers/mysql";
import type { ServerName } from "./servers/server";

const services: ServerName[] = ["mysql", "redis", "kafka", "mongo"];

export function isDockerService(name: ServerName): boolean {
  return services.includes(name);
}

export async function startContainers(profile: Profile, names: ServerName[]): Promise<void> {
  mkdirSync(profile.runDir, { recursive: true });
  writeFileSync(accountsFile(profile), accountsSql(profile), { mode: 0o644 });
  await compose(profile, "up", "--detach", "--wait", ...names);
}

export async function stopContainers(profile: Profile, names: ServerName[]): Promise<void> {
  await compose(profile, "stop", ...names);
}

export async function removeContainers(profile: Profile): Promise<void> {
  await compose(profile, "down", "--volumes");
}

export async function isContainerRunning(profile: Profile, name: ServerName): Promise<boolean> {
  const { stdout } = await runAnyway(
    "docker",
    [...composeArgs(profile), "ps", "--status", "running", "--quiet", name],
    {
      env: composeEnvironment(profile),
    },
  );
  return stdout.trim() !== "";
}

function compose(profile: Profile, ...args: string[]): Promise<string> {
  return run("docker", [...composeArgs(profile), ...args], { env: composeEnvironment(profile) });
}

function composeArgs(profile: Profile): string[] {
  return ["compose", "--file", join(repoRoot, "compose.yaml"), "--project-name", `erp-${profile.name}`];
}

function composeEnvironment(profile: Profile): NodeJS.ProcessEnv {
  const { mysql, redis, kafka, mongo } = profile.ports;
  return {
    ...process.env,
    ERP_MYSQL_PORT: String(mysql),
    ERP_REDIS_PORT: String(redis),
    ERP_KAFKA_PORT: String(kafka),
    ERP_MONGO_PORT: String(mongo),
    ERP_MYSQL_ACCOUNTS: accountsFile(profile),
  };
}

function accountsFile(profile: Profile): string {
  return join(profile.runDir, "mysql-accounts.sql");
}
