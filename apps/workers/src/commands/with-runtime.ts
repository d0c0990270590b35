import type { Ctx } from "@erp/domain/context";
import { openRuntime, runtimeEnv } from "@erp/domain/runtime";
import { silentLog } from "@erp/telemetry/log";
import { eventsEnv, readEnv } from "../env";
import { openKafka } from "../kafka";
import { kafkaLoginOf } from "../kafka-login";
import type { Kafka } from "../messages";

/** Runs a command's work with the stores open, as the system. */
export async function withRuntime<Result>(commandName: string, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const runtime = await openRuntime(readEnv(runtimeEnv), silentLog);
  try {
    return await work(runtime.contextFor({ kind: "system", name: commandName }));
  } finally {
    await runtime.close();
  }
}

/** Runs a command's work with Kafka alone. */
export async function withKafka<Result>(work: (kafka: Kafka) => Promise<Result>): Promise<Result> {
  const env = readEnv(eventsEnv);
  const kafka = openKafka({
    brokers: env.KAFKA_BROKERS,
    namespace: env.KAFKA_NAMESPACE,
    login: kafkaLoginOf(env),
    clientId: "erp-commands",
    log: silentLog,
  });
  try {
    return await work(kafka);
  } finally {
    await kafka.close();
  }
}
