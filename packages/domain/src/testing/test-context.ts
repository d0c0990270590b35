import type { EmployeeId } from "@erp/contracts/ids";
import type { Signal } from "@erp/contracts/realtime";
import { migrateAll } from "@erp/db/migrate";
import { openMongo } from "@erp/db/mongo/connection";
import { openMysql } from "@erp/db/mysql/data-source";
import { openRedis } from "@erp/db/redis/client";
import { openCognito } from "@erp/identity/cognito";
import { readEnvironment } from "@erp/local-stack/portal";
import { createIsolatedStores, type IsolatedStores } from "@erp/local-stack/testing";
import { silentLog } from "@erp/telemetry/log";
import type { Ctx } from "../context";
import { type FixedClock, fixedClock } from "./fixed-clock";

export type SentSignal = { to: readonly EmployeeId[]; signal: Signal };

export type TestContext = {
  /** Acts as the system; `actingAs(ctx, employee)` gives a person's. */
  ctx: Ctx;
  clock: FixedClock;
  stores: IsolatedStores;
  /** What browsers would have been told, in order. */
  signals: SentSignal[];
  close(): Promise<void>;
};

/**
 * A context on databases of its own on the real servers of the test profile, connected as the application's user, so
 * that missing rights show. The identity server is shared: choose e-mail addresses that nobody else has.
 */
export async function testContext(): Promise<TestContext> {
  const stores = await createIsolatedStores(migrateAll);
  const environment = await readEnvironment("test");
  const clock = fixedClock();
  const signals: SentSignal[] = [];
  const [mysql, mongo, identity] = await Promise.all([
    openMysql(stores.mysqlUrl),
    openMongo(stores.mongoUrl),
    openCognito(environment),
  ]);
  const redis = openRedis(stores.redisUrl);
  const ctx: Ctx = {
    mysql,
    mongo,
    redis,
    identity,
    clock,
    log: silentLog,
    actor: { kind: "system", name: "test" },
    traceparent: null,
    settings: { signUpEmailDomains: ["hanbit.example"], isDemoCompany: false },
    signals: {
      send: async (to, signal) => {
        signals.push({ to, signal });
      },
    },
  };
  const close = async () => {
    redis.disconnect();
    await Promise.all([mysql.destroy(), mongo.close()]);
    await stores.remove();
  };
  return { ctx, clock, stores, signals, close };
}
