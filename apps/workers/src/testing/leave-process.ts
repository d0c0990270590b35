/**
 * A program that dies in the middle of leave: after the days are held and before the document is stored, or while held days
 * are used or a reward is paid, before or after the commit.
 * Usage: node --import tsx leave-process.ts '<LeaveProcessOptions as JSON>'
 */
import type { RequestLeaveInput } from "@erp/contracts/leave-requests";
import { openMongo } from "@erp/db/mongo/connection";
import { openMysql } from "@erp/db/mysql/data-source";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import type { Tx } from "@erp/db/mysql/transaction";
import { openRedis } from "@erp/db/redis/client";
import type { Ctx } from "@erp/domain/context";
import { noSignals } from "@erp/domain/context";
import { requestLeave } from "@erp/domain/leave/leave.requests.mutations";
import { actingAs } from "@erp/domain/testing/build-employee";
import { fixedClock } from "@erp/domain/testing/fixed-clock";
import type { IsolatedStores } from "@erp/local-stack/testing";
import { silentLog } from "@erp/telemetry/log";

import { leaveConsumer } from "../consumers/leave";
import { rewardsConsumer } from "../consumers/rewards";
import { runConsumer } from "../run-consumer";
import { openTestKafka } from "./pipeline";

export type LeaveProcessOptions = {
  namespace: string;
  stores: Pick<IsolatedStores, "mysqlUrl" | "mongoUrl" | "redisUrl">;
} & (
  | { dies: "before-document"; person: EmployeeRow; input: RequestLeaveInput }
  | { dies: "before-commit" | "after-commit"; consumer: "leave" | "rewards" }
);

const options = JSON.parse(process.argv[2] ?? "{}") as LeaveProcessOptions;

function die(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("killed");
}

/** The same connection, whose first transaction is its last. */
function dyingInTransaction(mysql: Ctx["mysql"], dies: "before-commit" | "after-commit"): Ctx["mysql"] {
  const transaction = async (work: (tx: Tx) => Promise<unknown>) => {
    await mysql.transaction(async (manager) => {
      await work(manager as Tx);
      if (dies === "before-commit") die();
    });
    return die();
  };
  return new Proxy(mysql, { get: (target, key) => (key === "transaction" ? transaction : Reflect.get(target, key)) });
}

const consumers = { leave: leaveConsumer, rewards: rewardsConsumer };

const dyingMongo = new Proxy({} as Ctx["mongo"], { get: die });

async function main(): Promise<void> {
  const { stores, namespace } = options;
  const [mysql, mongo] = await Promise.all([openMysql(stores.mysqlUrl), openMongo(stores.mongoUrl)]);
  const shared = { redis: openRedis(stores.redisUrl), clock: fixedClock(), log: silentLog, signals: noSignals };
  const ctx = { ...shared, mysql, mongo, traceparent: null } as unknown as Ctx;
  if (options.dies === "before-document") {
    await requestLeave(actingAs({ ...ctx, mongo: dyingMongo }, options.person), options.input);
    return;
  }
  const kafka = await openTestKafka(namespace);
  const dying = { ...ctx, mysql: dyingInTransaction(mysql, options.dies) };
  const contextFor = (actor: Ctx["actor"]) => ({ ...dying, actor });
  const surroundings = { kafka, publisher: kafka.openPublisher(), contextFor, missingDependencies: async () => [] };
  const consumer = runConsumer(consumers[options.consumer], { ...surroundings, log: silentLog });
  const ready = setInterval(() => {
    if (!consumer.hasJoined()) return;
    clearInterval(ready);
    process.stdout.write("ready\n");
  }, 20);
}

void main();
