import { makeEnvironment, readExternalEnvironment } from "../environment";
import { chooseMode } from "../mode";
import { Problem } from "../problem";
import { findProfile, isProfileName, profileNames } from "../profiles";
import { report } from "../progress";
import { startServer, startServers, stopServer, stopServers } from "../servers";
import { isServerName, serverNames } from "../servers/server";

/** `servers <profile> start|stop|env [server]`: the servers alone, for working on one part of the project. */
export async function runServersCommand([profile, action, server]: string[]): Promise<number> {
  if (!isProfileName(profile)) throw usage(`there is no profile "${profile ?? ""}"`);
  if (server !== undefined && !isServerName(server)) throw usage(`there is no server "${server}"`);
  if (action === "start") {
    await (server ? startServer(profile, server) : startServers(profile));
  } else if (action === "stop") {
    const stopped = server ? ((await stopServer(profile, server)) ? [server] : []) : await stopServers(profile);
    report(stopped.length > 0 ? `stopped ${stopped.join(", ")}` : "nothing of it was running");
  } else if (action === "env") {
    const isExternal = (await chooseMode()) === "external";
    const environment = isExternal ? readExternalEnvironment(process.env) : makeEnvironment(findProfile(profile));
    for (const [name, value] of Object.entries(environment)) process.stdout.write(`export ${name}='${value}'\n`);
  } else {
    throw usage(`there is no action "${action ?? ""}"`);
  }
  return 0;
}

function usage(what: string): Problem {
  return new Problem(what, {
    remedy: `npx tsx packages/local-stack/src/cli.ts servers <${profileNames.join("|")}> <start|stop|env> [${serverNames.join("|")}]`,
  });
}
