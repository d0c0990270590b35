import { DataAwsSecretsmanagerRandomPassword } from "@cdktn/provider-aws/lib/data-aws-secretsmanager-random-password";
import { SecretsmanagerSecret } from "@cdktn/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktn/provider-aws/lib/secretsmanager-secret-version";
import { DataResource, type TerraformStack } from "cdktn";
import type { Environment, GeneratedSecretName } from "../../environments/environment";
import { secretName } from "./stack";

/** The documented passwords have 16 characters; these are typed by nobody, so they may be longer. */
export const SECRET_LENGTH = 48;

export type GeneratedSecret = { arn: string; value: string };

/**
 * A random value that stays until its rotation number is raised. The data source answers something new each time it is
 * read, so a `terraform_data` holds on to the first answer. The value lies in the state, which is encrypted and closed.
 */
export function createGeneratedSecret(
  stack: TerraformStack,
  environment: Environment,
  name: GeneratedSecretName,
  options: { description: string; keyArn: string },
): GeneratedSecret {
  const random = new DataAwsSecretsmanagerRandomPassword(stack, `${name}-random`, {
    passwordLength: SECRET_LENGTH,
    // It becomes part of URLs, and of settings that Soketi parses as JSON: a letter must be in it, nothing special.
    excludePunctuation: true,
    requireEachIncludedType: true,
  });
  const kept = new DataResource(stack, `${name}-kept`, {
    input: { value: random.randomPassword },
    triggersReplace: { rotation: environment.rotations[name] },
    lifecycle: { ignoreChanges: ["input"] },
  });
  const value = `\${${kept.fqn}.output.value}`;
  const secret = createSecret(stack, environment, name, options);
  new SecretsmanagerSecretVersion(stack, `${name}-version`, { secretId: secret.id, secretString: value });
  return { arn: secret.arn, value };
}

/** A secret without a value: somebody else puts it there. */
export function createSecret(
  stack: TerraformStack,
  environment: Environment,
  name: string,
  { description, keyArn }: { description: string; keyArn: string },
): SecretsmanagerSecret {
  return new SecretsmanagerSecret(stack, `${name}-secret`, {
    name: secretName(environment, name),
    description,
    kmsKeyId: keyArn,
    recoveryWindowInDays: environment.name === "prod" ? 30 : 7,
  });
}
