import { openMongo } from "@erp/db/mongo/connection";
import { openMysql } from "@erp/db/mysql/data-source";
import { openRedis } from "@erp/db/redis/client";
import { openCognito } from "@erp/identity/cognito";
import type { Log } from "@erp/telemetry/log";
import { z } from "zod";
import type { Actor } from "./actor";
import { systemClock } from "./clock";
import { type Ctx, noSignals, type Signals } from "./context";
import { openDemoClock } from "./demo-clock";
import type { Settings } from "./settings";

/** The environment both programs share; each adds its own in `env.ts`. */
export const runtimeEnv = z.object({
  MYSQL_URL: z.url(),
  /** How many connections to MySQL this program opens at most; all programs together must stay below what the server takes. */
  MYSQL_POOL_SIZE: z.coerce.number().int().min(2).default(16),
  MONGO_URL: z.url(),
  REDIS_URL: z.url(),
  AWS_REGION: z.string(),
  COGNITO_USER_POOL_ID: z.string(),
  COGNITO_CLIENT_ID: z.string(),
  /** Where programs of others sign in with a client of their own. */
  COGNITO_INTEGRATIONS_CLIENT_ID: z.string().optional(),
  /** Only where Cognito is not AWS's. */
  COGNITO_ENDPOINT: z.url().optional(),
  /** Separated by commas. */
  SIGN_UP_EMAIL_DOMAINS: z.string().default(""),
  /** "1" only where `npm start` and the tests set it; production deployments leave it out. */
  DEMO_COMPANY: z.enum(["0", "1"]).default("0"),
  /** Where spans are sent, the collector's base address; nowhere when empty, and then nothing of tracing is loaded. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.union([z.literal("").transform(() => undefined), z.url()]).optional(),
  /** The share of requests that are traced, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});
export type RuntimeEnv = z.infer<typeof runtimeEnv>;

export type Runtime = {
  /** A context for one request or message. */
  contextFor(actor: Actor, traceparent?: string | null): Ctx;
  /** The names of the dependencies that do not answer; empty when all is well. */
  missingDependencies(): Promise<string[]>;
  /** How far the clock is ahead of the real one; not zero only in a demo that was moved. */
  clockAheadMs(): number;
  close(): Promise<void>;
};

/** Opens every server a program needs. Rejects, naming the server, when one cannot be reached. */
export async function openRuntime(env: RuntimeEnv, log: Log, signals: Signals = noSignals): Promise<Runtime> {
  const mysql = await named("MySQL", openMysql(env.MYSQL_URL, env.MYSQL_POOL_SIZE));
  const mongo = await named("MongoDB", openMongo(env.MONGO_URL));
  const redis = openRedis(env.REDIS_URL);
  const identity = await named("Cognito", openCognito(env));
  const settings = settingsOf(env);
  const demoClock = settings.isDemoCompany ? await openDemoClock(mongo) : null;
  const shared = { mysql, mongo, redis, identity, signals, settings, log, clock: demoClock ?? systemClock };
  const checks: [name: string, check: () => Promise<unknown>][] = [
    ["mysql", () => mysql.query("SELECT 1")],
    ["mongo", () => mongo.db?.command({ ping: 1 }) ?? Promise.reject(new Error("closed"))],
    ["redis", () => redis.ping()],
  ];
  return {
    contextFor: (actor, traceparent = null) => ({ ...shared, actor, traceparent }),
    missingDependencies: async () => {
      const results = await Promise.all(
        checks.map(([name, check]) =>
          check().then(
            () => null,
            () => name,
          ),
        ),
      );
      return results.filter((name) => name !== null);
    },
    clockAheadMs: () => demoClock?.aheadMs() ?? 0,
    close: async () => {
      demoClock?.stop();
      redis.disconnect();
      await Promise.allSettled([mysql.destroy(), mongo.close()]);
    },
  };
}

function settingsOf(env: RuntimeEnv): Settings {
  const domains = env.SIGN_UP_EMAIL_DOMAINS.split(",").map((domain) => domain.trim().toLowerCase());
  return { signUpEmailDomains: domains.filter(Boolean), isDemoCompany: env.DEMO_COMPANY === "1" };
}

async function named<Value>(server: string, opening: Promise<Value>): Promise<Value> {
  return opening.catch((error: unknown) => {
    throw new Error(`${server} cannot be reached: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  });
}
