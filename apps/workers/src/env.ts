import { runtimeEnv } from "@erp/domain/runtime";
import { z } from "zod";

export const workerNames = [
  "relay",
  "approvals",
  "notifications",
  "identity",
  "rewards",
  "leave",
  "attendance",
  "signals",
  "operations",
] as const;
export type WorkerName = (typeof workerNames)[number];

const brokers = z.string().transform((text) => text.split(",").map((broker) => broker.trim()));

/** "all", or names separated by commas: one image, many deployments. */
const workers = z
  .string()
  .default("all")
  .transform((text) => (text === "all" ? [...workerNames] : text.split(",").map((name) => name.trim())))
  .pipe(z.array(z.enum(workerNames)).min(1));

const kafkaEnv = z.object({
  KAFKA_BROKERS: brokers,
  /** Stands before topics and groups, where several environments share brokers. */
  KAFKA_NAMESPACE: z
    .string()
    .regex(/^[\w.-]*$/)
    .default(""),
  /** How the programs say who they are, where the brokers ask: all three, or none. */
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  /** PEM, of the authority that signed the brokers' certificates. */
  KAFKA_CA_FILE: z.string().optional(),
});
export type KafkaEnv = z.infer<typeof kafkaEnv>;

export const soketiEnv = z.object({
  SOKETI_URL: z.url(),
  SOKETI_APP_ID: z.string(),
  SOKETI_APP_KEY: z.string(),
  SOKETI_APP_SECRET: z.string(),
});
export type SoketiEnv = z.infer<typeof soketiEnv>;

const mailEnv = z.object({
  /** Only where mail is kept on a page instead of sent. */
  MAIL_OUTBOX_URL: z.union([z.literal(""), z.url()]).optional(),
  /** From whom mails come, an identity that SES has verified: `Hanbit Portal <no-reply@hanbit.example>`. None are sent when empty. */
  MAIL_FROM: z.string().default(""),
});
export type MailEnv = z.infer<typeof mailEnv> & { AWS_REGION: string };

export const workersEnv = runtimeEnv
  .extend(kafkaEnv.shape)
  .extend(soketiEnv.shape)
  .extend(mailEnv.shape)
  .extend({
    WORKERS: workers,
    /** Where links in mails lead. */
    PUBLIC_URL: z.url(),
    WORKERS_HEALTH_PORT: z.coerce.number().int().min(0).max(65_535),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  });
export type WorkersEnv = z.infer<typeof workersEnv>;

/** What the commands need that look at Kafka alone. */
export const eventsEnv = kafkaEnv;

/** What `migrate` needs: it runs as the administrator, and no other program does. */
export const migrateEnv = kafkaEnv.extend({ MYSQL_ADMIN_URL: z.url(), MONGO_URL: z.url() });

/** Reads the environment by a schema; the error names every missing or malformed variable at once. */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  source: NodeJS.ProcessEnv = process.env,
): z.infer<Schema> {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new Error(`the environment is not complete:\n${problems.join("\n")}`);
}
