import { DbInstance } from "@cdktn/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktn/provider-aws/lib/db-parameter-group";
import { DbSubnetGroup } from "@cdktn/provider-aws/lib/db-subnet-group";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createLogGroup } from "../../parts/log-group";
import { named } from "../../parts/stack";
import type { NetworkStack } from "../network/network";

/** What differs from RDS's own settings. The server refuses connections without TLS. */
export const mysqlParameters = {
  require_secure_transport: "1",
  character_set_server: "utf8mb4",
  time_zone: "UTC",
  slow_query_log: "1",
  long_query_time: "0.5",
  log_output: "FILE",
};

const exportedLogs = ["error", "slowquery"];

/** MySQL 8.4 with point-in-time recovery; its administrator's password is made, kept and turned by RDS. */
export function createDatabase(
  stack: TerraformStack,
  environment: Environment,
  { subnets, groups }: NetworkStack,
  keyArn: string,
): DbInstance {
  const { database, name } = environment;
  const identifier = named(environment, "mysql");
  const subnetGroup = new DbSubnetGroup(stack, "mysql-subnets", {
    name: identifier,
    subnetIds: subnets.data.map((subnet) => subnet.id),
  });
  const parameters = new DbParameterGroup(stack, "mysql-parameters", {
    name: identifier,
    family: "mysql8.4",
    parameter: Object.entries(mysqlParameters).map(([key, value]) => ({ name: key, value })),
  });
  const logs = exportedLogs.map((kind) =>
    createLogGroup(stack, environment, `mysql-${kind}`, { name: `/aws/rds/instance/${identifier}/${kind}` }),
  );
  return new DbInstance(stack, "mysql", {
    identifier,
    engine: "mysql",
    engineVersion: "8.4",
    instanceClass: database.instanceClass,
    dbName: "erp",
    username: "erp_admin",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: keyArn,
    allocatedStorage: database.storageGib,
    maxAllocatedStorage: database.maximumStorageGib,
    storageType: "gp3",
    storageEncrypted: true,
    kmsKeyId: keyArn,
    dbSubnetGroupName: subnetGroup.name,
    vpcSecurityGroupIds: [groups.database.id],
    publiclyAccessible: false,
    parameterGroupName: parameters.name,
    caCertIdentifier: "rds-ca-rsa2048-g1",
    multiAz: database.isMultiAz,
    backupRetentionPeriod: database.backupDays,
    backupWindow: "17:00-18:00",
    maintenanceWindow: "sat:18:00-sat:19:00",
    copyTagsToSnapshot: true,
    deletionProtection: database.isProtected,
    skipFinalSnapshot: !database.isProtected,
    finalSnapshotIdentifier: database.isProtected ? `${identifier}-final` : undefined,
    enabledCloudwatchLogsExports: exportedLogs,
    autoMinorVersionUpgrade: true,
    applyImmediately: name === "dev",
    dependsOn: logs,
  });
}
