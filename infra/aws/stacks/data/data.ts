import type { DbInstance } from "@cdktn/provider-aws/lib/db-instance";
import { type App, TerraformOutput, type TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createKey } from "../../parts/encryption-key";
import { createGeneratedSecret, createSecret } from "../../parts/generated-secret";
import { openStack } from "../../parts/stack";
import type { NetworkStack } from "../network/network";
import { createCache } from "./cache";
import { createDatabase } from "./database";
import { createDocumentDb } from "./documentdb";

export type DataStack = {
  database: DbInstance;
  cacheId: string;
  /** The secrets that programs read, by External Secrets. */
  secretArns: string[];
  keyArn: string;
};

/** The stores, encrypted under one key, and the secrets that open them. */
export function createData(app: App, environment: Environment, network: NetworkStack): DataStack {
  const stack = openStack(app, environment, "data");
  const key = createKey(stack, environment, "data", { description: "The stores and their secrets" });
  const secretOf = (name: "session" | "soketi" | "mysql-app" | "valkey", description: string) =>
    createGeneratedSecret(stack, environment, name, { description, keyArn: key.arn });

  const session = secretOf("session", "Signs the session cookie");
  const soketi = secretOf("soketi", "Signs what is pushed to Soketi");
  const mysqlApp = secretOf("mysql-app", "The application's account in MySQL");
  const valkey = secretOf("valkey", "The application's user in Valkey");

  const database = createDatabase(stack, environment, network, key.arn);
  const cache = createCache(stack, environment, network, { keyArn: key.arn, password: valkey.value });
  const mongoSecretArn = createMongo(stack, environment, network, key.arn);
  const masterSecretArn = database.masterUserSecret.get(0).secretArn;

  writeOutputs(stack, {
    mysql_host: database.address,
    mysql_master_secret: masterSecretArn,
    valkey_host: cache.primaryEndpointAddress,
    mongo_secret: mongoSecretArn,
  });
  return {
    database,
    cacheId: cache.replicationGroupId,
    secretArns: [session.arn, soketi.arn, mysqlApp.arn, valkey.arn, mongoSecretArn, masterSecretArn],
    keyArn: key.arn,
  };
}

/** The connection string of Atlas is put into the secret by hand, once; DocumentDB's is put together from its parts. */
function createMongo(stack: TerraformStack, environment: Environment, network: NetworkStack, keyArn: string): string {
  const { mongo } = environment;
  if (mongo.kind === "documentdb") return createDocumentDb(stack, environment, mongo, network, keyArn);
  const description = "MongoDB's connection string, from Atlas";
  return createSecret(stack, environment, "mongo", { description, keyArn }).arn;
}

function writeOutputs(stack: TerraformStack, outputs: Record<string, string>): void {
  for (const [name, value] of Object.entries(outputs)) new TerraformOutput(stack, name, { value, staticId: true });
}
