import { readEnvironment } from "../portal";
import { isProfileName } from "../profiles";
import { readProgramStatus } from "../programs";
import { readServerStatus } from "../servers";

/** `npm run status [-- <profile>] [--json]`: what runs, where, and whether it is well. */
export async function runStatus(args: string[]): Promise<number> {
  const named = args.find((arg) => !arg.startsWith("--"));
  const profile = isProfileName(named) ? named : "demo";
  const servers = await readServerStatus(profile);
  const programs = await readProgramStatus(profile, await readEnvironment(profile));
  const rows = [
    ...servers.map(({ name, title, port, pid, isHealthy }) => ({ name, title, port, pid, isHealthy })),
    ...programs.map((program) => ({ ...program, title: `apps/${program.name}` })),
  ].map(({ pid, ...row }) => ({
    ...row,
    pid: pid ?? null,
    state: row.isHealthy ? "ready" : pid ? "not ready" : "stopped",
  }));
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ profile, pieces: rows }, null, 2)}\n`);
  } else {
    for (const { name, title, port, pid, state } of rows) {
      const columns = [
        name.padEnd(9),
        title.padEnd(32),
        `port ${port}`.padEnd(11),
        `pid ${pid ?? "–"}`.padEnd(12),
        state,
      ];
      process.stdout.write(`${columns.join(" ")}\n`);
    }
  }
  return 0;
}
