import { CognitoIdentityPool } from "@cdktn/provider-aws/lib/cognito-identity-pool";
import { CognitoIdentityPoolRolesAttachment } from "@cdktn/provider-aws/lib/cognito-identity-pool-roles-attachment";
import type { CognitoUserPool } from "@cdktn/provider-aws/lib/cognito-user-pool";
import type { CognitoUserPoolClient } from "@cdktn/provider-aws/lib/cognito-user-pool-client";
import type { Sesv2EmailIdentity } from "@cdktn/provider-aws/lib/sesv2-email-identity";
import { type App, TerraformOutput, type TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createRole, trust } from "../../parts/iam";
import { named, openStack } from "../../parts/stack";
import { createClients } from "./clients";
import { createMailIdentity } from "./mail";
import { createUserPool } from "./user-pool";

export type IdentityStack = {
  pool: CognitoUserPool;
  webClient: CognitoUserPoolClient;
  integrationsClient: CognitoUserPoolClient;
  mail: Sesv2EmailIdentity;
};

/** Who people are, how other programs prove who they are, and as whom the portal writes to people. */
export function createIdentity(app: App, environment: Environment): IdentityStack {
  const stack = openStack(app, environment, "identity");
  const pool = createUserPool(stack, environment);
  const clients = createClients(stack, environment, pool);
  createIdentityPool(stack, environment, pool, clients.webClient);
  new TerraformOutput(stack, "user_pool_id", { value: pool.id, staticId: true });
  new TerraformOutput(stack, "web_client_id", { value: clients.webClient.id, staticId: true });
  new TerraformOutput(stack, "integrations_client_id", { value: clients.integrationsClient.id, staticId: true });
  return { pool, ...clients, mail: createMailIdentity(stack, environment) };
}

/** Documented, and used by nothing yet: so people signed in get an identity without any right in AWS, and others none. */
function createIdentityPool(
  stack: TerraformStack,
  environment: Environment,
  pool: CognitoUserPool,
  client: CognitoUserPoolClient,
): void {
  const identities = new CognitoIdentityPool(stack, "identity-pool", {
    identityPoolName: named(environment, "people"),
    allowUnauthenticatedIdentities: false,
    allowClassicFlow: false,
    cognitoIdentityProviders: [{ clientId: client.id, providerName: pool.endpoint, serverSideTokenCheck: true }],
  });
  const role = createRole(stack, environment, "people", {
    name: named(environment, "people"),
    description: "People signed in: an identity without rights",
    trust: trust({ Federated: "cognito-identity.amazonaws.com" }, ["sts:AssumeRoleWithWebIdentity"], {
      StringEquals: { "cognito-identity.amazonaws.com:aud": identities.id },
      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
    }),
  });
  new CognitoIdentityPoolRolesAttachment(stack, "identity-pool-roles", {
    identityPoolId: identities.id,
    roles: { authenticated: role.arn },
  });
}
