import { z } from "zod";

/** What the pages need to know of their surroundings; what the server needs beyond that is in `server/env.ts`. */
export const pageEnvSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** The portal's address as people type it. */
  PUBLIC_URL: z.url(),
  SESSION_SECRET: z.string().min(32),
  /** Where browsers reach Soketi. */
  SOKETI_PUBLIC_URL: z.url(),
  SOKETI_APP_KEY: z.string().min(1),
  /** "1" in the demo company: role tiles on the sign-in page. */
  DEMO_COMPANY: z.enum(["0", "1"]).default("0"),
});
export type PageEnv = z.infer<typeof pageEnvSchema>;

let parsed: PageEnv | null = null;

/** Read at the first request, not at import: `next build` runs without an environment. */
export function pageEnv(): PageEnv {
  parsed ??= pageEnvSchema.parse(process.env);
  return parsed;
}
