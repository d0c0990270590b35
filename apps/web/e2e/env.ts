import { z } from "zod";

/** The portal under test, as the global set-up started it. */
const e2eEnv = z.object({
  PUBLIC_URL: z.url(),
  MAIL_OUTBOX_URL: z.url(),
  /** Any Chromium or Chrome; the headless shell of Debian's by default. */
  CHROMIUM_PATH: z.string().default("/usr/bin/chromium-headless-shell"),
  DEMO_PASSWORD: z.string().default("Hanbit!2026"),
});

export const env = e2eEnv.parse(process.env);
