import { ElasticacheParameterGroup } from "@cdktn/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktn/provider-aws/lib/elasticache-replication-group";
import { ElasticacheSubnetGroup } from "@cdktn/provider-aws/lib/elasticache-subnet-group";
import { ElasticacheUser } from "@cdktn/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktn/provider-aws/lib/elasticache-user-group";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";
import type { NetworkStack } from "../network/network";

/** Everything but what an administrator does; INFO is how the client learns that the server is ready. */
const accessString = "on ~* &* +@all -@admin -@dangerous +info";

/** Valkey 8 with a user for the application, over TLS alone. It holds sessions, so a full cache refuses instead of evicting. */
export function createCache(
  stack: TerraformStack,
  environment: Environment,
  { subnets, groups }: NetworkStack,
  secrets: { keyArn: string; password: string },
): ElasticacheReplicationGroup {
  const { cache } = environment;
  const name = named(environment, "valkey");
  const subnetGroup = new ElasticacheSubnetGroup(stack, "valkey-subnets", {
    name,
    subnetIds: subnets.data.map((subnet) => subnet.id),
  });
  const parameters = new ElasticacheParameterGroup(stack, "valkey-parameters", {
    name,
    family: "valkey8",
    parameter: [{ name: "maxmemory-policy", value: "noeviction" }],
  });
  const isReplicated = cache.nodes > 1;
  return new ElasticacheReplicationGroup(stack, "valkey", {
    replicationGroupId: name,
    description: "Sessions, queues, rate limits: all of it can be rebuilt",
    engine: "valkey",
    engineVersion: "8.0",
    nodeType: cache.nodeType,
    port: 6379,
    numCacheClusters: cache.nodes,
    automaticFailoverEnabled: isReplicated,
    multiAzEnabled: isReplicated,
    parameterGroupName: parameters.name,
    subnetGroupName: subnetGroup.name,
    securityGroupIds: [groups.cache.id],
    atRestEncryptionEnabled: "true",
    kmsKeyId: secrets.keyArn,
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    userGroupIds: [createUsers(stack, environment, secrets.password).id],
    snapshotRetentionLimit: isReplicated ? 3 : 1,
    autoMinorVersionUpgrade: "true",
    applyImmediately: environment.name === "dev",
  });
}

function createUsers(stack: TerraformStack, environment: Environment, password: string): ElasticacheUserGroup {
  const app = new ElasticacheUser(stack, "valkey-app", {
    userId: named(environment, "app"),
    userName: "erp_app",
    engine: "valkey",
    accessString,
    authenticationMode: { type: "password", passwords: [password] },
  });
  return new ElasticacheUserGroup(stack, "valkey-users", {
    userGroupId: named(environment, "users"),
    engine: "valkey",
    userIds: [app.userId],
  });
}
