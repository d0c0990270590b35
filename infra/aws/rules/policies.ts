import { ruleForEach } from "../../rules/rule";
import type { Resource } from "../parts/read-stacks";
import { addressOf, type ResourceRule } from "./resource-rule";

export type PolicyStatement = {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource?: string | string[];
  Principal?: unknown;
  Condition?: unknown;
};

/** Attributes that hold policies. Lifecycle policies of ECR have the same attribute and another form. */
const attributes = ["policy", "assume_role_policy"];

export function readPolicies({ values }: Resource): PolicyStatement[] {
  return attributes.flatMap((attribute) => {
    const text = values[attribute];
    if (typeof text !== "string" || !text.startsWith("{")) return [];
    return (JSON.parse(text) as { Statement?: PolicyStatement[] }).Statement ?? [];
  });
}

/** Actions that AWS cannot limit to resources; anything else on `*` is a mistake. */
const withoutResources = [
  /^ecr:GetAuthorizationToken$/,
  /^secretsmanager:GetRandomPassword$/,
  /^xray:Put/,
  /^(ec2|elasticloadbalancing):Describe/,
];

function hasPolicies(resource: Resource): boolean {
  return readPolicies(resource).length > 0;
}

export const noWideActions: ResourceRule = ruleForEach(
  "no IAM action is a wildcard for a whole service",
  hasPolicies,
  addressOf,
  (resource) =>
    readPolicies(resource)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Sid, Action }) =>
        [Action]
          .flat()
          .filter((action) => action === "*" || action.endsWith(":*"))
          .map((action) => `${Sid} allows ${action}`),
      ),
);

export const noWideResources: ResourceRule = ruleForEach(
  "rights are limited to resources wherever AWS can limit them",
  // In the policy of a key, "*" is that key.
  (resource) => hasPolicies(resource) && resource.type !== "aws_kms_key",
  addressOf,
  (resource) =>
    readPolicies(resource)
      .filter(({ Effect, Resource: on }) => Effect === "Allow" && [on].flat().includes("*"))
      .flatMap(({ Action }) => [Action].flat())
      .filter((action) => !withoutResources.some((pattern) => pattern.test(action)))
      .map((action) => `${action} on every resource`),
);

export const noOpenPrincipals: ResourceRule = ruleForEach(
  "nobody unnamed is allowed anything",
  hasPolicies,
  addressOf,
  (resource) =>
    readPolicies(resource)
      .filter(({ Effect, Principal }) => Effect === "Allow" && /"\*"/.test(JSON.stringify(Principal ?? null)))
      .map(({ Sid }) => `${Sid} allows everybody`),
);

/** AWS's own policies that give everything away. */
export const noAdministrators: ResourceRule = ruleForEach(
  "no role is an administrator",
  ({ type }) => type === "aws_iam_role_policy_attachment",
  addressOf,
  ({ values }) =>
    /AdministratorAccess|IAMFullAccess/.test(String(values.policy_arn)) ? [String(values.policy_arn)] : [],
);
