import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { environmentNames } from "../../packages/local-stack/src/environment";
import { repoRoot } from "../commands/output";

type Service = {
  image?: string;
  build?: { dockerfile: string };
  healthcheck?: object;
  ports?: string[];
  restart?: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
};

const file = join(repoRoot, "compose.yaml");
const { services } = parse(readFileSync(file, "utf8"), { merge: true }) as { services: Record<string, Service> };
const all = Object.entries(services);

/** They do their work and end. */
const passing = ["migrate", "demo-company"];

describe("compose.yaml", () => {
  it("E64: holds the stores, the servers around them and the programs", () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining([
        "mysql",
        "mongo",
        "redis",
        "kafka",
        "soketi",
        "cognito",
        "mail",
        "migrate",
        "web",
        "workers",
      ]),
    );
  });

  it("runs the same servers as production: MySQL 8.4, MongoDB 8, Valkey 8, Kafka 4 without ZooKeeper", () => {
    expect(services.mysql?.image).toMatch(/^mysql:8\.4\./);
    expect(services.mongo?.image).toMatch(/^mongo:8\./);
    expect(services.redis?.image).toMatch(/^valkey\/valkey:8\./);
    expect(services.kafka?.image).toMatch(/^apache\/kafka:4\./);
    expect(services.kafka?.environment?.KAFKA_PROCESS_ROLES).toBe("broker,controller");
  });

  it.each(all)("%s is built here or pinned to a whole version", (_, { image, build }) => {
    expect(build !== undefined || /:\d+\.\d+\.\d+$/.test(image ?? "")).toBe(true);
  });

  it.each(all.filter(([name]) => !passing.includes(name)))("%s says how it is", (_, { healthcheck }) => {
    expect(healthcheck).toBeDefined();
  });

  it.each(all)("%s is reachable from this machine alone", (_, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.each(all)("%s waits for what it needs, by a condition that can come true", (_, { depends_on = {} }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const isPassing = passing.includes(name);
      expect(services[name]).toBeDefined();
      expect(condition).toBe(isPassing ? "service_completed_successfully" : "service_healthy");
    }
  });

  it("tells the programs what `npm start` tells them", () => {
    const told = new Set(
      ["web", "workers", "migrate"].flatMap((name) => Object.keys(services[name]?.environment ?? {})),
    );
    // cognito-local wants no credentials, mails go to the outbox without a sender, and the images have a newer Node.
    const notNeeded = [
      "AWS_ACCESS_KEY_ID",
      "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
      "AWS_SECRET_ACCESS_KEY",
      "MAIL_FROM",
    ];
    expect(environmentNames.filter((name) => !told.has(name)).sort()).toEqual(notNeeded);
  });
});

const client = spawnSync("docker", ["compose", "version"], { encoding: "utf8" });
const standalone = spawnSync("docker-compose", ["version"], { encoding: "utf8" });
const command = client.status === 0 ? ["docker", "compose"] : standalone.status === 0 ? ["docker-compose"] : undefined;

describe(command ? "a client of Docker" : "SKIPPED: no docker client with compose on this machine", () => {
  it.skipIf(!command)("accepts compose.yaml", () => {
    const [program = "", ...args] = command ?? [];
    const { status, stderr } = spawnSync(program, [...args, "--file", file, "config", "--quiet"], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
  });
});
