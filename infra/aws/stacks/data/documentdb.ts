import { DocdbCluster } from "@cdktn/provider-aws/lib/docdb-cluster";
import { DocdbClusterInstance } from "@cdktn/provider-aws/lib/docdb-cluster-instance";
import { DocdbClusterParameterGroup } from "@cdktn/provider-aws/lib/docdb-cluster-parameter-group";
import { DocdbSubnetGroup } from "@cdktn/provider-aws/lib/docdb-subnet-group";
import { SecretsmanagerSecretVersion } from "@cdktn/provider-aws/lib/secretsmanager-secret-version";
import type { TerraformStack } from "cdktn";
import type { Environment, Mongo } from "../../../environments/environment";
import { createGeneratedSecret, createSecret } from "../../parts/generated-secret";
import { named } from "../../parts/stack";
import type { NetworkStack } from "../network/network";

/** Amazon DocumentDB instead of Atlas. The product needs neither transactions nor change streams of it (ADR 0003). */
export function createDocumentDb(
  stack: TerraformStack,
  environment: Environment,
  mongo: Extract<Mongo, { kind: "documentdb" }>,
  { subnets, groups }: NetworkStack,
  keyArn: string,
): string {
  const name = named(environment, "documents");
  const password = createGeneratedSecret(stack, environment, "documentdb", {
    description: "DocumentDB's administrator",
    keyArn,
  });
  const subnetGroup = new DocdbSubnetGroup(stack, "documents-subnets", {
    name,
    subnetIds: subnets.data.map((subnet) => subnet.id),
  });
  const parameters = new DocdbClusterParameterGroup(stack, "documents-parameters", {
    name,
    family: "docdb5.0",
    parameter: [
      { name: "tls", value: "enabled" },
      { name: "audit_logs", value: "ddl" },
    ],
  });
  const cluster = new DocdbCluster(stack, "documents", {
    clusterIdentifier: name,
    engine: "docdb",
    engineVersion: "5.0.0",
    masterUsername: "erp_app",
    masterPassword: password.value,
    dbSubnetGroupName: subnetGroup.name,
    dbClusterParameterGroupName: parameters.name,
    vpcSecurityGroupIds: [groups.mongo.id],
    storageEncrypted: true,
    kmsKeyId: keyArn,
    backupRetentionPeriod: environment.database.backupDays,
    deletionProtection: environment.database.isProtected,
    skipFinalSnapshot: !environment.database.isProtected,
    finalSnapshotIdentifier: environment.database.isProtected ? `${name}-final` : undefined,
    enabledCloudwatchLogsExports: ["audit"],
  });
  for (let index = 0; index < mongo.instances; index += 1) {
    new DocdbClusterInstance(stack, `documents-${index}`, {
      identifier: `${name}-${index}`,
      clusterIdentifier: cluster.id,
      instanceClass: mongo.instanceClass,
    });
  }
  const secret = createSecret(stack, environment, "mongo", { description: "MongoDB's connection string", keyArn });
  new SecretsmanagerSecretVersion(stack, "mongo-version", {
    secretId: secret.id,
    secretString: `mongodb://erp_app:${password.value}@${cluster.endpoint}:27017/erp?tls=true&replicaSet=rs0&retryWrites=false`,
  });
  return secret.arn;
}
