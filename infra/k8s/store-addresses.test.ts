/** The addresses that secrets put together, read by the very clients that the programs use: TLS and an account on each. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tlsOf } from "../../packages/db/src/mysql/tls";
import { openRedis } from "../../packages/db/src/redis/client";
import { repoRoot } from "../commands/output";
import { prod } from "../environments/prod";
import { findManifest, manifestsOf } from "../testing/manifests";
import { resourcesOf, synthesizeEnvironment } from "../testing/synthesized";
import { specOf } from "./rules/manifest-rule";

type Target = { target: { template: { data: Record<string, string> } } };
type MongoClient = { options: { tls?: boolean; retryWrites?: boolean; credentials?: { username: string } } };
const { MongoClient } = createRequire(join(repoRoot, "package.json"))("mongodb") as {
  MongoClient: new (url: string) => MongoClient;
};

async function addressOf(secret: string, key: string): Promise<string> {
  const { target } = specOf<Target>(findManifest(await manifestsOf("prod"), "ExternalSecret", secret));
  return (target.template.data[key] ?? "").replace(/\{\{.*?\}\}/g, "letters");
}

describe("what secrets tell the clients", () => {
  it.each([
    ["stores", "MYSQL_URL"],
    ["mysql-admin", "MYSQL_ADMIN_URL"],
  ])("MySQL, %s: the server's certificate and name are checked", async (secret, key) => {
    const address = await addressOf(secret, key);
    expect(tlsOf(address)).toEqual({ ssl: { rejectUnauthorized: true, verifyIdentity: true } });
    expect(new URL(address).password).toBe("letters");
  });

  it("Valkey: TLS, and the application's user instead of the default one", async () => {
    const client = openRedis(await addressOf("stores", "REDIS_URL"));
    client.disconnect();
    expect(client.options).toMatchObject({ username: "erp_app", password: "letters" });
    expect(client.options.tls).toBeTruthy();
  });

  it("DocumentDB: TLS, an account, no retried writes, which it does not know", () => {
    const mongo = { kind: "documentdb", instanceClass: "db.t4g.medium", instances: 3 } as const;
    const version = resourcesOf(synthesizeEnvironment({ ...prod, mongo }), "aws_secretsmanager_secret_version").find(
      ({ id }) => id === "mongo-version",
    );
    const address = String(version?.values.secret_string).replace(
      /:\$\{[^}]*\}@\$\{[^}]*\}/,
      ":letters@documents.example",
    );
    const { options } = new MongoClient(address);
    expect(options).toMatchObject({ tls: true, retryWrites: false, credentials: { username: "erp_app" } });
  });
});
