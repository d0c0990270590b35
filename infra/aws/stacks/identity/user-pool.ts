import { CognitoUserPool } from "@cdktn/provider-aws/lib/cognito-user-pool";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";

/** Attributes of ours, written by the server alone (see clients.ts); the local user pool has the same. */
export const customAttributes = ["department", "position"] as const;

/** The same password policy as the product's own check, `isStrongPassword`; a test compares the two. */
export function createUserPool(stack: TerraformStack, environment: Environment): CognitoUserPool {
  return new CognitoUserPool(stack, "user-pool", {
    name: named(environment, "people"),
    usernameAttributes: ["email"],
    usernameConfiguration: { caseSensitive: false },
    autoVerifiedAttributes: ["email"],
    // A new address counts once its owner has proved it; until then the old one stays.
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ["email"] },
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidityDays: 7,
    },
    // As documented. Nobody can turn it on by themselves, for their tokens stay on the server: the sign-in cannot ask for it yet.
    mfaConfiguration: "OPTIONAL",
    softwareTokenMfaConfiguration: { enabled: true },
    accountRecoverySetting: { recoveryMechanism: [{ name: "verified_email", priority: 1 }] },
    deletionProtection: "ACTIVE",
    schema: customAttributes.map((name) => ({
      name,
      attributeDataType: "String",
      mutable: true,
      stringAttributeConstraints: { minLength: "0", maxLength: "256" },
    })),
    // Attributes cannot be taken away from a pool; a change here would replace the pool and every account with it.
    lifecycle: { preventDestroy: true, ignoreChanges: ["schema"] },
  });
}
