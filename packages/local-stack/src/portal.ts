/** The whole portal of a profile: servers, schema, demo company, web and workers. */
import { existsSync, rmSync } from "node:fs";
import { type Environment, makeEnvironment, readExternalEnvironment } from "./environment";
import { chooseMode } from "./mode";
import { Problem } from "./problem";
import { findProcess } from "./processes";
import { findProfile, type ProfileName } from "./profiles";
import {
  buildPrograms,
  type ProgramName,
  programNames,
  runWorkersCommand,
  startProgram,
  stopProgram,
} from "./programs";
import { step } from "./progress";
import { listRunningServers, startServers, stopServer, stopServers, wipeServers } from "./servers";
import { isServerName, type ServerName } from "./servers/server";
import { settleAll } from "./settle";

export interface DemoAccount {
  email: string;
  name: string;
  role: string;
  department: string;
}

export interface Portal {
  environment: Environment;
  accounts: DemoAccount[];
  password: string;
}

export type PieceName = ServerName | ProgramName;

export interface PortalOptions {
  withBrowser?: boolean;
  /** Environment of one program alone, beside what both get. */
  settings?: Partial<Record<ProgramName, Record<string, string>>>;
}

/** Servers install and start while the programs build; everything after needs both. */
export async function startPortal(name: ProfileName, options: PortalOptions = {}): Promise<Portal> {
  const built = step("web and workers are built", buildPrograms);
  const [environment] = await settleAll([startServers(name, options), built]);
  const company = await prepareStores(environment);
  const started = programNames.map((program) =>
    step(`${program} ${program === "web" ? "is" : "are"} ready`, () =>
      startProgram(name, program, environment, options.settings?.[program]),
    ),
  );
  await settleAll(started);
  return { environment, ...company };
}

export async function prepareStores(environment: Environment): Promise<Omit<Portal, "environment">> {
  await step("databases are migrated", () => runWorkersCommand(environment, ["migrate"]));
  return step("the demo company is there", () => loadDemoCompany(environment));
}

export async function loadDemoCompany(environment: Environment): Promise<Omit<Portal, "environment">> {
  return parseDemoCompany(await runWorkersCommand(environment, ["demo:load"]));
}

/** The command prints log lines too; the company is the line with the accounts. */
export function parseDemoCompany(output: string): Omit<Portal, "environment"> {
  const line = output.split("\n").findLast((text) => text.startsWith('{"accounts"'));
  if (!line) throw new Problem("demo:load printed no line with the accounts", { details: output.slice(-2000) });
  return JSON.parse(line);
}

export async function readEnvironment(name: ProfileName): Promise<Environment> {
  return (await chooseMode()) === "external"
    ? readExternalEnvironment(process.env)
    : makeEnvironment(findProfile(name));
}

export async function listRunningPieces(name: ProfileName): Promise<PieceName[]> {
  const programs = programNames.filter((program) => findProcess(findProfile(name), program));
  return [...(await listRunningServers(name)), ...programs];
}

/** Stops what runs now and did not run before. */
export async function stopPiecesExcept(name: ProfileName, before: PieceName[]): Promise<void> {
  const started = (await listRunningPieces(name)).filter((piece) => !before.includes(piece));
  await Promise.all(programNames.filter((piece) => started.includes(piece)).map((piece) => stopProgram(name, piece)));
  const servers = started.filter(isServerName);
  await Promise.all(servers.filter((server) => server !== "postgres").map((server) => stopServer(name, server)));
  if (servers.includes("postgres")) await stopServer(name, "postgres");
}

/** Programs first, so that they can finish their work while their stores still answer. */
export async function stopPortal(name: ProfileName): Promise<PieceName[]> {
  const stopped = await Promise.all(
    programNames.map(async (piece) => ((await stopProgram(name, piece)) ? [piece] : [])),
  );
  return [...stopped.flat(), ...(await stopServers(name))];
}

/** Stops everything and removes the profile's own folder; installed servers and other profiles stay. */
export async function resetPortal(name: ProfileName): Promise<void> {
  await stopPortal(name);
  await wipeServers(name);
  const { dir } = findProfile(name);
  if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
}
