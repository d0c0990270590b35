import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { eventsEnv, readEnv } from "./env";
import { kafkaLoginOf } from "./kafka-login";

const folder = mkdtempSync(join(tmpdir(), "erp-kafka-login-"));
const authorityFile = join(folder, "ca.crt");
writeFileSync(authorityFile, "the authority");
afterAll(() => rmSync(folder, { recursive: true }));

const told = { KAFKA_USERNAME: "worker", KAFKA_PASSWORD: "secret", KAFKA_CA_FILE: authorityFile };

it("names nobody where the environment says nothing", () => {
  expect(loginIn({})).toBeUndefined();
  expect(loginIn({ KAFKA_USERNAME: "", KAFKA_PASSWORD: "", KAFKA_CA_FILE: "" })).toBeUndefined();
});

it("takes name, password and the authority's certificate", () => {
  expect(loginIn(told)).toEqual({ username: "worker", password: "secret", authority: "the authority" });
});

it.each(Object.keys(told))("is never off by mistake: %s missing ends the program", (name) => {
  expect(() => loginIn({ ...told, [name]: "" })).toThrow(/go together/);
});

function loginIn(variables: Record<string, string>) {
  return kafkaLoginOf(readEnv(eventsEnv, { KAFKA_BROKERS: "one:9092", ...variables }));
}
