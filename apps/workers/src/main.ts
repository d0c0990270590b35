import { openRuntime } from "@erp/domain/runtime";
import { createLog, type Log } from "@erp/telemetry/log";
import { startTracing } from "@erp/telemetry/start-tracing";
import { consumersByName } from "./consumers";
import { readEnv, type WorkersEnv, workersEnv } from "./env";
import { openHealthServer } from "./health-server";
import { openKafka } from "./kafka";
import { kafkaLoginOf } from "./kafka-login";
import { openMailer } from "./mail";
import { openRealtime } from "./realtime";
import { stopOnSignals } from "./stop-on-signals";
import { startWorkers } from "./workers";

type Die = (reason: unknown) => never;

async function start(env: WorkersEnv, log: Log, die: Die): Promise<() => Promise<void>> {
  const stopTracing = await startTracing({
    program: "workers",
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    sampledShare: env.OTEL_TRACES_SAMPLER_ARG,
  });
  const kafka = openKafka({
    brokers: env.KAFKA_BROKERS,
    namespace: env.KAFKA_NAMESPACE,
    login: kafkaLoginOf(env),
    clientId: "erp-workers",
    log,
    onDead: die,
  });
  const realtime = openRealtime(env, log);
  const runtime = await openRuntime(env, log, realtime);
  const mailer = openMailer(env);
  const consumers = env.WORKERS.filter((name) => name !== "relay").map((name) => consumersByName[name]);
  const workers = startWorkers({
    ...runtime,
    kafka,
    log,
    consumers,
    relays: env.WORKERS.includes("relay"),
    mail: mailer && { mailer, portalUrl: env.PUBLIC_URL },
    isSocketServerUp: realtime.isReachable,
  });

  const missingDependencies = async () => {
    const [stores, hasKafka, hasSoketi] = await Promise.all([
      runtime.missingDependencies(),
      kafka.isReachable(),
      realtime.isReachable(),
    ]);
    const canConsume = hasKafka && workers.hasJoined();
    return [...stores, ...(canConsume ? [] : ["kafka"]), ...(hasSoketi ? [] : ["soketi"])];
  };
  const dependencies = ["mysql", "mongo", "redis", "kafka", "soketi"];
  const health = await openHealthServer(env.WORKERS_HEALTH_PORT, { missingDependencies, dependencies });
  log.info({ workers: env.WORKERS, healthPort: health.port }, "started");

  return async () => {
    await workers.stop();
    await Promise.all([runtime.close(), kafka.close(), health.close()]);
    realtime.close();
    await stopTracing();
  };
}

async function main(): Promise<void> {
  const env = readEnv(workersEnv);
  const log = createLog("workers", env.LOG_LEVEL);
  const die: Die = (reason) => {
    log.fatal(reason instanceof Error ? { err: reason } : { reason }, "the workers cannot go on");
    process.exit(1);
  };
  process.on("unhandledRejection", die);
  stopOnSignals(await start(env, log, die).catch(die), log);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
