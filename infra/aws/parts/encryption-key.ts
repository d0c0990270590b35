import { KmsAlias } from "@cdktn/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktn/provider-aws/lib/kms-key";
import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../environments/environment";
import { policyDocument, type Statement } from "./iam";
import { named } from "./stack";

/** What AWS documents for administrators of a key. Spelled out, because `kms:*` would make every other rule moot. */
const administration = [
  ...["Create", "Describe", "Enable", "Disable", "List", "Get", "Put", "Update", "Revoke", "Delete"].map(
    (verb) => `kms:${verb}*`,
  ),
  "kms:TagResource",
  "kms:UntagResource",
  "kms:ScheduleKeyDeletion",
  "kms:CancelKeyDeletion",
];
const usage = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

type KeyOptions = {
  description: string;
  services?: readonly string[];
  /** A key is of use in its own region alone. */
  provider?: AwsProvider;
};

/** A key that turns once a year. IAM decides within the account who uses it; `services` may use it in their own name. */
export function createKey(stack: TerraformStack, environment: Environment, what: string, options: KeyOptions): KmsKey {
  const { accountId } = environment;
  const account = { AWS: `arn:aws:iam::${accountId}:root` };
  const { description, services = [], provider } = options;
  const statements: Statement[] = [
    { sid: "Administer", actions: administration, resources: ["*"], principals: account },
    { sid: "UseThroughIam", actions: [...usage, "kms:CreateGrant"], resources: ["*"], principals: account },
    ...(services.length === 0
      ? []
      : [
          {
            sid: "UseByServices",
            actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
            resources: ["*"],
            principals: { Service: services },
            conditions: { StringEquals: { "aws:SourceAccount": accountId } },
          },
        ]),
  ];
  const key = new KmsKey(stack, `${what}-key`, {
    provider,
    description,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument(statements),
  });
  new KmsAlias(stack, `${what}-key-alias`, {
    provider,
    name: `alias/${named(environment, what)}`,
    targetKeyId: key.keyId,
  });
  return key;
}
