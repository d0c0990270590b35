import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentdbRoot } from "../install/documentdb";
import { packageFile } from "../paths";
import type { Command } from "../processes";
import type { Profile } from "../profiles";
import { run, runAnyway } from "../run";
import type { Server } from "./server";

const bin = "/usr/lib/postgresql/18/bin";

/** PostgreSQL with DocumentDB, on which FerretDB stands. Runs inside its own small Debian, see install/documentdb.ts. */
export const postgres: Server = {
  name: "postgres",
  title: "PostgreSQL 18 + DocumentDB",
  ports: (profile) => [profile.ports.postgres],
  // Postgres waits for its clients to leave on SIGTERM; SIGINT is its fast and clean stop.
  stopSignal: "SIGINT",

  async prepare(profile) {
    const target = dataDir(profile);
    if (existsSync(target)) return writeSettings(profile, target);
    const draft = `${target}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    if (isRoot()) await run("chown", [postgresOwner(), draft]);
    chmodSync(draft, 0o700);
    const { file, args } = inRoot(
      draft,
      `${bin}/initdb`,
      "-A",
      "trust",
      "-U",
      "postgres",
      "-E",
      "UTF8",
      "--no-sync",
      "-D",
      "/data/pg",
    );
    await run(file, args);
    writeSettings(profile, draft);
    renameSync(draft, target);
  },

  command: (profile) => inRoot(dataDir(profile), `${bin}/postgres`, "-D", "/data/pg"),

  async isReady(profile) {
    const { file, args } = inRoot(
      dataDir(profile),
      ...psql(profile, `create extension if not exists documentdb cascade; ${createIndexMethod}`),
    );
    return (await runAnyway(file, args)).code === 0;
  },
};

/** A server that was started before this library was preloaded goes on without it until its next start. */
const createIndexMethod = `do $$ begin
  if current_setting('shared_preload_libraries') like '%extended_rum%' then
    create extension if not exists documentdb_extended_rum;
  end if;
end $$`;

function writeSettings(profile: Profile, target: string): void {
  writeFileSync(join(target, "pg", "postgresql.auto.conf"), settings(profile));
}

function settings(profile: Profile): string {
  const lines = [
    `port = ${profile.ports.postgres}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = '/data'",
    "shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb_extended_rum,pg_documentdb'",
    // MongoDB reads an index in its order and stops when a page is full; without this DocumentDB would sort all it finds.
    "documentdb.alternate_index_handler_name = 'extended_rum'",
    "cron.database_name = 'postgres'",
    "max_connections = 200",
  ];
  if (!profile.durable) lines.push("fsync = off", "synchronous_commit = off", "full_page_writes = off");
  return `${lines.join("\n")}\n`;
}

function psql(profile: Profile, sql: string): string[] {
  return [`${bin}/psql`, "-q", "-h", "127.0.0.1", "-p", String(profile.ports.postgres), "-U", "postgres", "-c", sql];
}

function inRoot(data: string, ...program: string[]): Command {
  return {
    file: "unshare",
    args: [...namespaces(), packageFile("native/run-in-root.sh"), documentdbRoot, data, ...program],
    // The locale of the person outside may not exist in there.
    env: { LC_ALL: "C.UTF-8", LANG: "C.UTF-8" },
  };
}

/** An ordinary user may mount things only in a user namespace, too. */
function namespaces(): string[] {
  return isRoot() ? ["--mount"] : ["--user", "--map-current-user", "--keep-caps", "--mount"];
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user "postgres" of the inner Debian, which this machine need not know. */
function postgresOwner(): string {
  const users = readFileSync(join(documentdbRoot, "etc/passwd"), "utf8");
  const [, , uid, gid] =
    users
      .split("\n")
      .find((line) => line.startsWith("postgres:"))
      ?.split(":") ?? [];
  return `${uid}:${gid}`;
}

function dataDir(profile: Profile): string {
  return join(profile.dataDir, "postgres");
}
