/**
 * Stores of its own for a test file, so that files neither see nor disturb each other:
 * a MySQL and a MongoDB database with the schema in them, and a Redis database, all emptied before use.
 *
 *   const stores = await createIsolatedStores(migrateAll);
 *   afterAll(() => stores.remove());
 *
 * `migrateAll` comes from @erp/db/migrate; it is handed in because @erp/db has tests of its own that need this file.
 */
import { Redis } from "ioredis";
import { createConnection as openMongo } from "mongoose";
import { createConnection as openMysql } from "mysql2/promise";
import { readEnvironment } from "./portal";

export interface IsolatedStores {
  mysqlUrl: string;
  mysqlAdminUrl: string;
  mongoUrl: string;
  redisUrl: string;
  /** Drops both databases. Close your own connections before. */
  remove(): Promise<void>;
}

type Migrate = (stores: { mysqlAdminUrl: string; mongoUrl: string }) => Promise<void>;

export async function createIsolatedStores(migrate?: Migrate): Promise<IsolatedStores> {
  const environment = await readEnvironment("test");
  const { slot, release } = await claimSlot(environment.MYSQL_ADMIN_URL);
  const name = `erp_test_${slot}`;
  const stores = {
    mysqlUrl: withDatabase(environment.MYSQL_URL, name),
    mysqlAdminUrl: withDatabase(environment.MYSQL_ADMIN_URL, name),
    mongoUrl: withDatabase(environment.MONGO_URL, name),
    // Database 0 belongs to the programs of the end-to-end tests.
    redisUrl: withDatabase(environment.REDIS_URL, String(slot)),
  };
  await dropMongo(stores.mongoUrl);
  await runAsAdmin(environment.MYSQL_ADMIN_URL, [
    `DROP DATABASE IF EXISTS ${name}`,
    `CREATE DATABASE ${name} CHARACTER SET utf8mb4`,
  ]);
  await emptyRedis(stores.redisUrl);
  await migrate?.({ mysqlAdminUrl: stores.mysqlAdminUrl, mongoUrl: stores.mongoUrl });
  const remove = async () => {
    await runAsAdmin(environment.MYSQL_ADMIN_URL, [`DROP DATABASE IF EXISTS ${name}`]);
    await dropMongo(stores.mongoUrl);
    await release();
  };
  return { ...stores, remove };
}

/** As many as the test profile's Redis has databases, without number 0. */
const SLOTS = 62;

/**
 * A number nobody else holds: neither another worker of this vitest nor another vitest beside it. It is a named lock of
 * MySQL, which a test file that crashes gives back with its connection.
 */
async function claimSlot(adminUrl: string): Promise<{ slot: number; release(): Promise<void> }> {
  const connection = await openMysql(adminUrl);
  for (let slot = 1; slot <= SLOTS; slot += 1) {
    const [rows] = await connection.query("SELECT GET_LOCK(?, 0) AS locked", [`erp-test-slot-${slot}`]);
    if ((rows as { locked: number }[])[0]?.locked === 1) return { slot, release: () => connection.end() };
  }
  await connection.end();
  throw new Error(`all ${SLOTS} databases for tests are in use`);
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

async function runAsAdmin(adminUrl: string, statements: string[]): Promise<void> {
  const connection = await openMysql(adminUrl);
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

async function dropMongo(mongoUrl: string): Promise<void> {
  const connection = await openMongo(mongoUrl).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

async function emptyRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  redis.disconnect();
}
