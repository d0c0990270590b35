import { apiEnv } from "@erp/api/server";
import { z } from "zod";
import { pageEnvSchema } from "../env";

const serverEnvSchema = apiEnv.extend(pageEnvSchema.shape).extend({
  WEB_PORT: z.coerce.number().int().default(3000),
  /** Soketi as the server reaches it, and the secret that signs who may listen to what. */
  SOKETI_URL: z.url(),
  SOKETI_APP_ID: z.string(),
  SOKETI_APP_SECRET: z.string(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  /** After SIGTERM: how long requests are still taken, until every balancer has seen that the process is not ready. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(20).default(0),
  /** How many proxies of ours stand in front; that many entries at the end of X-Forwarded-For can be believed. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).default(0),
  /** API requests a minute: generous for a person, and for an office behind one address; see server/rate-limits.ts. */
  REQUESTS_PER_MINUTE_PER_PERSON: z.coerce.number().int().default(1_200),
  REQUESTS_PER_MINUTE_PER_SOURCE: z.coerce.number().int().default(12_000),
});
export type ServerEnv = z.infer<typeof serverEnvSchema>;

/** Throws, naming what is missing, before anything is opened. */
export function readServerEnv(): ServerEnv {
  const env = serverEnvSchema.parse(process.env);
  // next-auth takes its own address from here alone; trusting the Host header instead would let a request choose it.
  process.env.NEXTAUTH_URL = env.PUBLIC_URL;
  return env;
}
