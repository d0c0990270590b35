import { CognitoResourceServer } from "@cdktn/provider-aws/lib/cognito-resource-server";
import type { CognitoUserPool } from "@cdktn/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolClient } from "@cdktn/provider-aws/lib/cognito-user-pool-client";
import { CognitoUserPoolDomain } from "@cdktn/provider-aws/lib/cognito-user-pool-domain";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";

const RESOURCE_SERVER = "erp";

/** Department and position are missing on purpose: they decide what a person sees, so only the server writes them. */
export const clientWritableAttributes = ["name", "email"];

/** The web server's client for people, and one for programs of other companies. */
export function createClients(stack: TerraformStack, environment: Environment, pool: CognitoUserPool) {
  const webClient = new CognitoUserPoolClient(stack, "web-client", {
    name: named(environment, "web"),
    userPoolId: pool.id,
    // The server signs people in with InitiateAuth (packages/identity); no page of Cognito's is involved.
    explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: true,
    writeAttributes: clientWritableAttributes,
    accessTokenValidity: 60,
    idTokenValidity: 60,
    refreshTokenValidity: 30,
    tokenValidityUnits: [{ accessToken: "minutes", idToken: "minutes", refreshToken: "days" }],
  });
  const server = new CognitoResourceServer(stack, "api", {
    userPoolId: pool.id,
    identifier: RESOURCE_SERVER,
    name: named(environment, "api"),
    scope: [
      { scopeName: "read", scopeDescription: "Read through the API" },
      { scopeName: "write", scopeDescription: "Change through the API" },
    ],
  });
  const scopes = ["read", "write"].map((scope) => `${RESOURCE_SERVER}/${scope}`);
  const integrationsClient = new CognitoUserPoolClient(stack, "integrations-client", {
    name: named(environment, "integrations"),
    userPoolId: pool.id,
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    allowedOauthScopes: scopes,
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    enableTokenRevocation: true,
    writeAttributes: clientWritableAttributes,
    accessTokenValidity: 60,
    tokenValidityUnits: [{ accessToken: "minutes" }],
    dependsOn: [server],
  });
  // Where other programs fetch their tokens.
  new CognitoUserPoolDomain(stack, "token-domain", {
    domain: `${named(environment, "portal")}-${environment.accountId}`,
    userPoolId: pool.id,
  });
  return { webClient, integrationsClient, scopes };
}
