import { topics } from "@erp/contracts/topics";
import { openMysql } from "@erp/db/mysql/data-source";
import { grantToApplication } from "@erp/db/mysql/grants";
import type { Ctx } from "@erp/domain/context";
import { newId } from "@erp/domain/new-id";
import type { MailService } from "@erp/domain/notifications/notifications.mails.mutations";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import { readEnvironment } from "@erp/local-stack/portal";
import { silentLog } from "@erp/telemetry/log";
import type { ConsumerDefinition } from "../define-consumer";
import { openKafka } from "../kafka";
import type { Kafka } from "../messages";
import { startWorkers, type Workers } from "../workers";
import { eventually, until } from "./eventually";
import { settle } from "./settle";

/** Kafka's shortest: how long a killed worker's partitions stay without an owner. */
export const SESSION_TIMEOUT_MS = 6000;
/** Tests are never timed: this only ends one that hangs. */
const JOINED_WITHIN_MS = 50_000;
const GROUPS_WITHIN_MS = 60_000;

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
    mail?: MailService;
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
  await groupsHaveAHome(kafka);
  const running: Workers[] = [];

  return {
    ...context,
    kafka,
    namespace,
    start: async ({ consumers, relays = true, kafka: own = kafka, ctx = context.ctx, mail = null }) => {
      const workers = startWorkers({
        kafka: own,
        consumers,
        relays,
        mail,
        log: silentLog,
        contextFor: (actor, traceparent = null) => ({ ...ctx, actor, traceparent }),
        missingDependencies: async () => [],
        isSocketServerUp: async () => true,
      });
      running.push(workers);
      await until("the workers have joined their groups", () => workers.hasJoined(), JOINED_WITHIN_MS);
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

/**
 * A new broker makes the home of all groups when it is first asked about one. On a busy machine that takes half a minute,
 * in which nobody can join.
 */
async function groupsHaveAHome(kafka: Kafka): Promise<void> {
  await eventually("Kafka knows where groups live", () => kafka.progress("nobody", topics[0]), GROUPS_WITHIN_MS);
}

/** A connection to Kafka of its own, as another program would have. */
export async function openTestKafka(namespace: string): Promise<Kafka> {
  const environment = await readEnvironment("test");
  const brokers = environment.KAFKA_BROKERS.split(",");
  return openKafka({ brokers, clientId: "erp-test", log: silentLog, namespace, sessionTimeoutMs: SESSION_TIMEOUT_MS });
}
