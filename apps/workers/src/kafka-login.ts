import { readFileSync } from "node:fs";
import type { KafkaEnv } from "./env";

/** Who a program is to the brokers; `authority` is the PEM text of whoever signed their certificates. */
export type KafkaLogin = { username: string; password: string; authority: string };

/** Undefined where the environment names nobody. Throws when it tells only a part: a typing error must not turn it off. */
export function kafkaLoginOf({ KAFKA_USERNAME, KAFKA_PASSWORD, KAFKA_CA_FILE }: KafkaEnv): KafkaLogin | undefined {
  if (!KAFKA_USERNAME && !KAFKA_PASSWORD && !KAFKA_CA_FILE) return undefined;
  if (!KAFKA_USERNAME || !KAFKA_PASSWORD || !KAFKA_CA_FILE) {
    throw new Error("KAFKA_USERNAME, KAFKA_PASSWORD and KAFKA_CA_FILE go together: set all of them or none");
  }
  return { username: KAFKA_USERNAME, password: KAFKA_PASSWORD, authority: readFileSync(KAFKA_CA_FILE, "utf8") };
}
