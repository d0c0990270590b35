/** Starts and stops the servers of a profile. */
import { mkdirSync, rmSync } from "node:fs";
import { isContainerRunning, isDockerService, removeContainers, startContainers, stopContainers } from "./docker";
import { type Environment, makeEnvironment, readExternalEnvironment } from "./environment";
import { installServers, usesMongod } from "./install/install";
import { chooseMode } from "./mode";
import { describePortHolder, isPortTaken } from "./ports";
import { Problem } from "./problem";
import { findProcess, logFile, readLogTail, startProcess, stopProcess } from "./processes";
import { findProfile, type Profile, type ProfileName } from "./profiles";
import { step } from "./progress";
import { cognito } from "./servers/cognito";
import { kafka } from "./servers/kafka";
import { mail } from "./servers/mail";
import { mongo } from "./servers/mongo";
import { mysql } from "./servers/mysql";
import { postgres } from "./servers/postgres";
import { redis } from "./servers/redis";
import { type Server, type ServerName, serverNames } from "./servers/server";
import { soketi } from "./servers/soketi";
import { settleAll } from "./settle";
import { waitUntil } from "./wait";

const servers: Record<ServerName, Server> = { mysql, redis, kafka, postgres, mongo, soketi, mail, cognito };

export interface ServerStatus {
  name: ServerName;
  title: string;
  port: number;
  pid: number | undefined;
  isHealthy: boolean;
}

/** Installs what is missing, starts what does not run, waits until all answer, and tells the addresses. */
export async function startServers(name: ProfileName, options: { withBrowser?: boolean } = {}): Promise<Environment> {
  const mode = await chooseMode();
  if (mode === "external") return readExternalEnvironment(process.env);
  if (mode === "native") await installServers(options);
  const profile = findProfile(name);
  const names = await listServers();
  await step(`servers of "${name}" run (${mode})`, async () => {
    if (mode === "docker") await startContainers(profile, names.filter(isDockerService));
    const started = new Map<ServerName, Promise<void>>();
    for (const server of names) {
      const need = servers[server].needs;
      started.set(
        server,
        Promise.resolve(need && started.get(need)).then(() => startServer(name, server)),
      );
    }
    await settleAll([...started.values()]);
  });
  return makeEnvironment(profile);
}

export async function startServer(profileName: ProfileName, name: ServerName): Promise<void> {
  const profile = findProfile(profileName);
  const server = servers[name];
  if (await isInContainer(name)) return startContainers(profile, [name]);
  if (!findProcess(profile, name)) {
    await refuseTakenPorts(profile, server);
    mkdirSync(profile.dataDir, { recursive: true });
    mkdirSync(profile.runDir, { recursive: true });
    await server.prepare?.(profile);
    startProcess(profile, name, server.command(profile));
  }
  await waitUntilReady(profile, server);
}

export async function stopServer(profileName: ProfileName, name: ServerName): Promise<boolean> {
  const profile = findProfile(profileName);
  if (await isInContainer(name)) {
    await stopContainers(profile, [name]);
    return true;
  }
  const { stopSignal } = servers[name];
  return stopProcess(profile, name, stopSignal ? { signal: stopSignal } : {});
}

/** Stops exactly what was started here; FerretDB before the PostgreSQL that it stands on, the rest at once. */
export async function stopServers(profileName: ProfileName): Promise<ServerName[]> {
  const names = await listServers();
  const last = names.filter((name) => name === "postgres");
  const stopped: ServerName[] = [];
  for (const group of [names.filter((name) => name !== "postgres"), last]) {
    await Promise.all(group.map(async (name) => ((await stopServer(profileName, name)) ? stopped.push(name) : 0)));
  }
  return stopped;
}

/** Forgets all data of a profile; its secrets and therefore its URLs stay. */
export async function wipeServers(profileName: ProfileName): Promise<void> {
  const profile = findProfile(profileName);
  await stopServers(profileName);
  if ((await chooseMode()) === "docker") await removeContainers(profile);
  rmSync(profile.dataDir, { recursive: true, force: true });
}

export async function readServerStatus(profileName: ProfileName): Promise<ServerStatus[]> {
  const profile = findProfile(profileName);
  const names = await listServers();
  return Promise.all(
    names.map(async (name) => {
      const server = servers[name];
      const pid = findProcess(profile, name)?.pid;
      const isHealthy = (await isRunning(profile, name)) && (pid === undefined || (await server.isReady(profile)));
      return { name, title: server.title, port: server.ports(profile)[0] ?? 0, pid, isHealthy };
    }),
  );
}

/** Cheaper than the status: asks nobody how they are. */
export async function listRunningServers(profileName: ProfileName): Promise<ServerName[]> {
  const profile = findProfile(profileName);
  const names = await listServers();
  const answers = await Promise.all(names.map((name) => isRunning(profile, name)));
  return names.filter((_, index) => answers[index]);
}

async function isRunning(profile: Profile, name: ServerName): Promise<boolean> {
  if (await isInContainer(name)) return isContainerRunning(profile, name);
  return findProcess(profile, name) !== undefined;
}

async function listServers(): Promise<ServerName[]> {
  const mode = await chooseMode();
  if (mode === "external") return [];
  return serverNames.filter((name) => name !== "postgres" || (mode === "native" && !usesMongod()));
}

async function isInContainer(name: ServerName): Promise<boolean> {
  return (await chooseMode()) === "docker" && isDockerService(name);
}

async function waitUntilReady(profile: Profile, server: Server): Promise<void> {
  let hasDied = false;
  const isReady = await waitUntil(
    async () => {
      hasDied = findProcess(profile, server.name) === undefined;
      return hasDied || (await server.isReady(profile));
    },
    { timeoutMs: 120_000 },
  );
  if (isReady && !hasDied) return;
  throw new Problem(`${server.title} ${hasDied ? "ended right after its start" : "does not answer after 2 minutes"}`, {
    details: readLogTail(profile, server.name),
    remedy: `npm run doctor tells what is missing; the whole log is ${logFile(profile, server.name)}`,
  });
}

async function refuseTakenPorts(profile: Profile, server: Server): Promise<void> {
  for (const port of server.ports(profile)) {
    if (!(await isPortTaken(port))) continue;
    throw new Problem(`port ${port} of ${server.title} is taken by ${describePortHolder(port)}`, {
      remedy: "stop that program, or choose other ports: ERP_PORT_OFFSET=5000 npm start",
    });
  }
}
