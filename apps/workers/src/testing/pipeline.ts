import { openMysql } from "@erp/db/mysql/data-source";
import { grantToApplication } from "@erp/db/mysql/grants";
import type { Ctx } from "@erp/domain/context";
import { newId } from "@erp/domain/new-id";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import { readEnvironment } from "@erp/local-stack/portal";
import { silentLog } from "@erp/telemetry/log";
import type { ConsumerDefinition } from "../define-consumer";
import { openKafka } from "../kafka";
import type { Kafka } from "../messages";
import { startWorkers, type Workers } from "../workers";
import { until } from "./eventually";
import { settle } from "./settle";

/** Kafka's shortest: how long a killed worker's partitions stay without an owner. */
export const SESSION_TIMEOUT_MS = 6000;

export type Pipeline = TestContext & {
  kafka: Kafka;
  /** Before the topics and groups of this pipeline, so that test files do not see each other. */
  namespace: string;
  /** Starts one program's workers in this process; they are stopped at the end. Resolves when they are ready for events. */
  start(options: {
    consumers: readonly ConsumerDefinition[];
    relays?: boolean;
    kafka?: Kafka;
    ctx?: Ctx;
  }): Promise<Workers>;
  /** A table for the effects of reactions made up by a test; the application may use it. */
  createTable(name: string, columns: string): Promise<void>;
  /** Waits until all events have been published and these groups have finished them. */
  settle(consumers: readonly ConsumerDefinition[], withinMs?: number): Promise<void>;
};

/** The whole way of an event on the real servers: stores, topics and groups of its own. */
export async function openPipeline(): Promise<Pipeline> {
  const context = await testContext();
  const namespace = `test-${newId<string>(context.clock).slice(-8)}${process.pid}.`;
  const kafka = await openTestKafka(namespace);
  await kafka.createTopics();
  const running: Workers[] = [];

  return {
    ...context,
    kafka,
    namespace,
    start: async ({ consumers, relays = true, kafka: own = kafka, ctx = context.ctx }) => {
      const workers = startWorkers({
        kafka: own,
        consumers,
        relays,
        log: silentLog,
        contextFor: (actor, traceparent = null) => ({ ...ctx, actor, traceparent }),
        missingDependencies: async () => [],
        isSocketServerUp: async () => true,
      });
      running.push(workers);
      await until("the workers have joined their groups", () => workers.hasJoined());
      return workers;
    },
    createTable: async (name, columns) => {
      const admin = await openMysql(context.stores.mysqlAdminUrl, 1);
      await admin.query(`CREATE TABLE ${name} (${columns})`);
      await grantToApplication(admin, "erp_app");
      await admin.destroy();
    },
    settle: (consumers, withinMs) => settle(context.ctx, kafka, consumers, withinMs),
    close: async () => {
      await Promise.all(running.map((workers) => workers.stop()));
      await kafka.removeTopics();
      await kafka.close();
      await context.close();
    },
  };
}

/** A connection to Kafka of its own, as another program would have. */
export async function openTestKafka(namespace: string): Promise<Kafka> {
  const environment = await readEnvironment("test");
  const brokers = environment.KAFKA_BROKERS.split(",");
  return openKafka({ brokers, clientId: "erp-test", log: silentLog, namespace, sessionTimeoutMs: SESSION_TIMEOUT_MS });
}
