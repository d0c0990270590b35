import { runtimeEnv } from "@erp/domain/runtime";
import { z } from "zod";

const demoAccount = z.object({ email: z.string(), role: z.string() });

/** What `npm run bench` hands over: the addresses of the bench profile, and the demo company it has loaded there. */
const benchEnv = runtimeEnv.extend({
  PUBLIC_URL: z.url(),
  SESSION_SECRET: z.string().min(1),
  SOKETI_PUBLIC_URL: z.url(),
  SOKETI_APP_KEY: z.string().min(1),
  DEMO_PASSWORD: z.string().min(1),
  DEMO_ACCOUNTS: z.string().transform((text) => z.array(demoAccount).parse(JSON.parse(text))),
  /** "external" when the servers are somebody else's. */
  ERP_SERVERS: z.string().optional(),
});
export type BenchEnv = z.infer<typeof benchEnv>;

/** Throws, naming what is missing. */
export function readBenchEnv(): BenchEnv {
  return benchEnv.parse(process.env);
}
