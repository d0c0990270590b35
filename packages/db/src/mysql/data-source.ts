import * as mysql2 from "mysql2";
import { DataSource } from "typeorm";
import { entities } from "./entities";
import { migrations } from "./migrations";
import { tlsOf } from "./tls";

/**
 * Opens a pool to MySQL 8.4 or MariaDB, over TLS when the address says `?tls=verify`. Times are UTC on both sides of the wire; DATE columns stay text, because a
 * civil day is not an instant. Rejects when the server cannot be reached.
 */
export async function openMysql(url: string, poolSize = 16): Promise<DataSource> {
  const source = new DataSource({
    type: "mysql",
    driver: mysql2,
    url,
    ...tlsOf(url),
    charset: "utf8mb4",
    timezone: "Z",
    dateStrings: ["DATE"],
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize,
    synchronize: false,
    entities,
    migrations,
    migrationsTableName: "migrations",
    isolateWhereStatements: true,
  });
  return source.initialize();
}
