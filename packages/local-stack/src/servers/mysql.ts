import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { askPort } from "../ports";
import type { Profile } from "../profiles";
import { requireProgram, run } from "../run";
import { readSecrets } from "../secrets";
import type { Server } from "./server";

const remedy = "sudo apt-get install -y --no-install-recommends mariadb-server-core mariadb-client-core";

export const mysql: Server = {
  name: "mysql",
  title: "MariaDB (MySQL protocol)",
  ports: (profile) => [profile.ports.mysql],

  async prepare(profile) {
    const target = dataDir(profile);
    if (!existsSync(target)) {
      const draft = `${target}.new`;
      rmSync(draft, { recursive: true, force: true });
      mkdirSync(draft, { recursive: true });
      const args = ["--no-defaults", `--datadir=${draft}`, `--user=${userInfo().username}`, "--skip-test-db"];
      await run(requireProgram("mariadb-install-db", remedy), args);
      renameSync(draft, target);
    }
    writeFileSync(initFile(profile), accountsSql(profile), { mode: 0o600 });
  },

  command: (profile) => ({
    file: requireProgram("mariadbd", remedy),
    args: [
      "--no-defaults",
      `--datadir=${dataDir(profile)}`,
      `--user=${userInfo().username}`,
      `--port=${profile.ports.mysql}`,
      "--bind-address=127.0.0.1",
      `--socket=${join(profile.runDir, "mysql.sock")}`,
      `--pid-file=${join(profile.runDir, "mysql.pid")}`,
      `--init-file=${initFile(profile)}`,
      "--character-set-server=utf8mb4",
      "--collation-server=utf8mb4_unicode_ci",
      "--default-time-zone=+00:00",
      "--max-connections=300",
      "--skip-name-resolve",
      "--innodb-buffer-pool-size=256M",
      // Killed programs lose nothing either way; only a power cut would, which tests do not survive anyway.
      `--innodb-flush-log-at-trx-commit=${profile.durable ? 1 : 2}`,
    ],
  }),

  // The server greets with its version; accounts of the init file exist by then.
  isReady: async (profile) => (await askPort(profile.ports.mysql, "\0"))?.includes("MariaDB") ?? false,
};

/**
 * The application user starts without any right: the migrations grant table by table what the application may do,
 * so that a ledger stays append-only even for a careless statement.
 */
export function accountsSql(profile: Profile): string {
  const secrets = readSecrets(profile);
  return `${[
    "CREATE DATABASE IF NOT EXISTS erp CHARACTER SET utf8mb4",
    "CREATE USER IF NOT EXISTS 'erp_app'@'%'",
    `ALTER USER 'erp_app'@'%' IDENTIFIED BY '${secrets.mysqlApp}'`,
    "CREATE USER IF NOT EXISTS 'erp_admin'@'%'",
    `ALTER USER 'erp_admin'@'%' IDENTIFIED BY '${secrets.mysqlAdmin}'`,
    "GRANT ALL ON *.* TO 'erp_admin'@'%' WITH GRANT OPTION",
  ].join(";\n")};\n`;
}

function dataDir(profile: Profile): string {
  return join(profile.dataDir, "mysql");
}

function initFile(profile: Profile): string {
  return join(profile.runDir, "mysql-accounts.sql");
}
