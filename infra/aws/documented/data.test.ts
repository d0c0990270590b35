import { describe, expect, it } from "vitest";
import type { Environment } from "../../environments/environment";
import { prod as prodEnvironment } from "../../environments/prod";
import { findManifest, manifestsOf } from "../../testing/manifests";
import { resourcesOf, synthesize, synthesizeEnvironment } from "../../testing/synthesized";
import { SECRET_LENGTH } from "../parts/generated-secret";

const dev = synthesize("dev");
const prod = synthesize("prod");

describe("the documented stores", () => {
  it("RDS MySQL 8.4: encrypted, TLS required, restorable, slow log; in prod protected and in two zones", () => {
    const database = resourcesOf(prod, "aws_db_instance")[0]?.values;
    expect(database).toMatchObject({
      engine: "mysql",
      engine_version: "8.4",
      storage_encrypted: true,
      multi_az: true,
      deletion_protection: true,
      enabled_cloudwatch_logs_exports: ["error", "slowquery"],
    });
    expect(database?.backup_retention_period).toBeGreaterThanOrEqual(7);
    const parameters = resourcesOf(prod, "aws_db_parameter_group")[0]?.values.parameter;
    expect(parameters).toContainEqual({ name: "require_secure_transport", value: "1" });
    expect(resourcesOf(dev, "aws_db_instance")[0]?.values).toMatchObject({
      instance_class: "db.t4g.micro",
      multi_az: false,
    });
  });

  it("the programs reach MySQL and Valkey with TLS", async () => {
    type Template = { target: { template: { data: Record<string, string> } } };
    const { data } = (findManifest(await manifestsOf("prod"), "ExternalSecret", "stores").spec as Template).target
      .template;
    expect(data.MYSQL_URL).toMatch(/\?tls=verify$/);
    expect(data.REDIS_URL).toMatch(/^rediss:/);
  });

  it("ElastiCache Valkey 8: replicated in prod, TLS, users", () => {
    expect(resourcesOf(prod, "aws_elasticache_replication_group")[0]?.values).toMatchObject({
      engine: "valkey",
      engine_version: "8.0",
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      transit_encryption_mode: "required",
    });
    expect(resourcesOf(prod, "aws_elasticache_user")[0]?.values.engine).toBe("valkey");
  });

  it("MongoDB is Atlas by a secret, through a peering where there is one", () => {
    expect(resourcesOf(dev, "aws_secretsmanager_secret").map(({ values }) => values.name)).toContain("erp/dev/mongo");
    expect(resourcesOf(prod, "aws_vpc_peering_connection_accepter")).toHaveLength(1);
    expect(dev.resources.filter(({ type }) => type === "aws_vpc_peering_connection_accepter")).toEqual([]);
  });

  it("or Amazon DocumentDB, by the same secret", () => {
    const environment: Environment = {
      ...prodEnvironment,
      mongo: { kind: "documentdb", instanceClass: "db.t4g.medium", instances: 3 },
    };
    const synthesized = synthesizeEnvironment(environment);
    expect(resourcesOf(synthesized, "aws_docdb_cluster")[0]?.values.storage_encrypted).toBe(true);
    expect(resourcesOf(synthesized, "aws_docdb_cluster_instance")).toHaveLength(3);
    expect(resourcesOf(synthesized, "aws_secretsmanager_secret").map(({ values }) => values.name)).toContain(
      "erp/prod/mongo",
    );
  });
});

describe("the documented secrets", () => {
  it("are generated, longer than 16 characters, and stay until their rotation number is raised", () => {
    expect(SECRET_LENGTH).toBeGreaterThanOrEqual(16);
    const kept = resourcesOf(prod, "terraform_data");
    expect(kept.map(({ id }) => id).sort()).toEqual(["mysql-app-kept", "session-kept", "soketi-kept", "valkey-kept"]);
    for (const { values } of kept) {
      expect(values.triggers_replace).toEqual({ rotation: 1 });
      expect(values.lifecycle).toEqual({ ignore_changes: ["input"] });
    }
  });

  it("RDS makes and turns its administrator's own", () => {
    expect(resourcesOf(prod, "aws_db_instance")[0]?.values).toMatchObject({ manage_master_user_password: true });
    expect(resourcesOf(prod, "aws_db_instance")[0]?.values.password).toBeUndefined();
  });

  it("reach Kubernetes by External Secrets, from a store without credentials", async () => {
    const manifests = await manifestsOf("prod");
    expect(findManifest(manifests, "SecretStore", "aws").spec).toEqual({
      provider: { aws: { service: "SecretsManager", region: "ap-northeast-2" } },
    });
    expect(manifests.filter(({ kind }) => kind === "ExternalSecret")).toHaveLength(5);
  });
});
