import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ferretdbBinary } from "../install/ferretdb";
import { usesMongod } from "../install/install";
import { isPortTaken } from "../ports";
import type { Command } from "../processes";
import type { Profile } from "../profiles";
import { requireProgram } from "../run";
import type { Server } from "./server";

/** The MongoDB protocol: `mongod` when this machine has it, FerretDB on PostgreSQL otherwise. */
export const mongo: Server = {
  name: "mongo",
  title: usesMongod() ? "MongoDB" : "FerretDB 2.7 (MongoDB protocol)",
  needs: "postgres",
  ports: (profile) => [profile.ports.mongo],
  prepare: async (profile) => {
    mkdirSync(dataDir(profile), { recursive: true });
  },
  command: (profile) => (usesMongod() ? mongodCommand(profile) : ferretdbCommand(profile)),
  isReady: (profile) => isPortTaken(profile.ports.mongo),
};

function mongodCommand(profile: Profile): Command {
  const args = ["--bind_ip", "127.0.0.1", "--port", String(profile.ports.mongo), "--dbpath", dataDir(profile)];
  return { file: requireProgram("mongod", "npm run doctor"), args };
}

function ferretdbCommand(profile: Profile): Command {
  const { postgres, mongo: port } = profile.ports;
  return {
    file: ferretdbBinary,
    args: [
      `--postgresql-url=postgres://postgres@127.0.0.1:${postgres}/postgres?pool_max_conns=60`,
      `--listen-addr=127.0.0.1:${port}`,
      "--debug-addr=-",
      "--no-auth",
      "--telemetry=disable",
      `--state-dir=${dataDir(profile)}`,
      "--log-level=warn",
    ],
  };
}

function dataDir(profile: Profile): string {
  return join(profile.dataDir, "mongo");
}
