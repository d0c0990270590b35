import type { CognitoUserPool } from "@cdktn/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolClient } from "@cdktn/provider-aws/lib/cognito-user-pool-client";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";

/** Department and position are missing on purpose: they decide what a person sees, so only the server writes them. */
export const clientWritableAttributes = ["name", "email"];

/**
 * The web server's client for people, and one for programs of others. Such a program signs in as an account of its own
 * (decision 0019: whoever acts is an employee); its client's tokens open the API, never a page, and can be revoked alone.
 */
export function createClients(stack: TerraformStack, environment: Environment, pool: CognitoUserPool) {
  const create = (id: string, refreshTokenValidity: number) =>
    new CognitoUserPoolClient(stack, `${id}-client`, {
      name: named(environment, id),
      userPoolId: pool.id,
      // InitiateAuth, no page of Cognito's: the server signs people in itself (packages/identity).
      explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      preventUserExistenceErrors: "ENABLED",
      enableTokenRevocation: true,
      writeAttributes: clientWritableAttributes,
      accessTokenValidity: 60,
      idTokenValidity: 60,
      refreshTokenValidity,
      tokenValidityUnits: [{ accessToken: "minutes", idToken: "minutes", refreshToken: "days" }],
    });
  return { webClient: create("web", 30), integrationsClient: create("integrations", 90) };
}
