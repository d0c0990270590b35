import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Environment } from "../environment";

const require = createRequire(import.meta.url);

type PoolEnvironment = Pick<Environment, "AWS_REGION" | "COGNITO_USER_POOL_ID" | "COGNITO_CLIENT_ID">;

/**
 * Writes the user pool and its app client before the first start, because cognito-local would choose ids of another form.
 * The issuer is the one of the real service, so that production's token verifier runs here unchanged.
 */
export function seedUserPool(folder: string, environment: PoolEnvironment): void {
  const poolId = environment.COGNITO_USER_POOL_ID;
  const config = {
    TokenConfig: { IssuerDomain: `https://cognito-idp.${environment.AWS_REGION}.amazonaws.com` },
    UserPoolDefaults: { UsernameAttributes: ["email"] },
  };
  const files = {
    ".cognito/config.json": config,
    [`.cognito/db/${poolId}.json`]: { Users: {}, Options: userPool(poolId) },
    ".cognito/db/clients.json": {
      Clients: { [environment.COGNITO_CLIENT_ID]: appClient(poolId, environment.COGNITO_CLIENT_ID) },
    },
  };
  mkdirSync(join(folder, ".cognito/db"), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(content, null, 2));
  }
}

function userPool(id: string) {
  // The service's own defaults: password policy of 8 characters with all four classes, and the standard attributes.
  const { USER_POOL_AWS_DEFAULTS: defaults } = require("cognito-local/lib/services/cognitoService.js");
  const now = new Date().toISOString();
  return {
    ...defaults,
    Id: id,
    Name: "erp-portal",
    CreationDate: now,
    LastModifiedDate: now,
    UsernameAttributes: ["email"],
    AutoVerifiedAttributes: ["email"],
    SchemaAttributes: [...defaults.SchemaAttributes, customAttribute("department"), customAttribute("position")],
  };
}

function customAttribute(name: string) {
  return {
    Name: `custom:${name}`,
    AttributeDataType: "String",
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    StringAttributeConstraints: { MinLength: "0", MaxLength: "256" },
  };
}

function appClient(poolId: string, id: string) {
  const now = new Date().toISOString();
  return {
    ClientId: id,
    ClientName: "erp-web",
    UserPoolId: poolId,
    CreationDate: now,
    LastModifiedDate: now,
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    EnableTokenRevocation: true,
    PreventUserExistenceErrors: "ENABLED",
    AccessTokenValidity: 60,
    IdTokenValidity: 60,
    RefreshTokenValidity: 30,
    TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" },
  };
}
