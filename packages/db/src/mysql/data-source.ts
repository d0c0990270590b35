import * as mysql2 from "mysql2";
import { DataSource } from "typeorm";
import { entities } from "./entities";
import { migrations } from "./migrations";
import { tlsOf } from "./tls";

/**
 * Every transaction of ours is READ COMMITTED: it locks the rows it finds, and not the gaps between them, where the inserts
 * of others would wait. Said once for each connection, it need not be said before each transaction; the server answers a
 * connection's commands in order, so nothing comes before it.
 */
function createPool(options: mysql2.PoolOptions): mysql2.Pool {
  const pool = mysql2.createPool(options);
  pool.on("connection", (connection) => {
    connection.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
  });
  return pool;
}

/**
 * Opens a pool to MySQL 8.4 or MariaDB, over TLS when the address says `?tls=verify`. Times are UTC on both sides of the wire; DATE columns stay text, because a
 * civil day is not an instant. Rejects when the server cannot be reached.
 */
export async function openMysql(url: string, poolSize = 16): Promise<DataSource> {
  const source = new DataSource({
    type: "mysql",
    driver: { ...mysql2, createPool },
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
