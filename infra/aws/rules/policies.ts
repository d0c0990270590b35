import { ruleForEach } from "../../rules/rule";
import type { Resource } from "../parts/read-stacks";
import { addressOf, type ResourceRule } from "./resource-rule";

export type PolicyStatement = {
  Sid?: string;
  Effect: "Allow" | "Deny";
  /** Absent where a boundary says `NotAction`. */
  Action?: string | string[];
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

/** Policies that give rights. One that stands alone is the boundary, which only takes some away. */
function givesRights(resource: Resource): boolean {
  return resource.type !== "aws_iam_policy" && hasPolicies(resource);
}

export const noWideActions: ResourceRule = ruleForEach(
  "no IAM action is a wildcard for a whole service",
  givesRights,
  addressOf,
  (resource) =>
    readPolicies(resource)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Sid, Action }) =>
        actionsOf({ Action })
          .filter((action) => action === "*" || action.endsWith(":*"))
          .map((action) => `${Sid} allows ${action}`),
      ),
);

export const noWideResources: ResourceRule = ruleForEach(
  "rights are limited to resources wherever AWS can limit them",
  // In the policy of a key, "*" is that key.
  (resource) => givesRights(resource) && resource.type !== "aws_kms_key",
  addressOf,
  (resource) =>
    readPolicies(resource)
      .filter(({ Effect, Resource: on }) => Effect === "Allow" && [on].flat().includes("*"))
      .flatMap(actionsOf)
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

function actionsOf({ Action }: Pick<PolicyStatement, "Action">): string[] {
  return [Action ?? "*"].flat();
}

/** Whoever makes a role beyond the boundary could give it everything and pass it on. */
const givingRights = ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:AttachRolePolicy"];
const movingBoundaries = [
  "iam:DeleteRolePermissionsBoundary",
  "iam:CreatePolicyVersion",
  "iam:SetDefaultPolicyVersion",
];

export const rightsStayWithinBoundary: ResourceRule = ruleForEach(
  "whoever gives rights gives them within the boundary, and cannot move it",
  ({ type }) => type === "aws_iam_role_policy",
  addressOf,
  (resource) =>
    readPolicies(resource)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap((statement) => {
        const boundary = (statement.Condition as { StringEquals?: Record<string, string> } | undefined)?.StringEquals?.[
          "iam:PermissionsBoundary"
        ];
        return actionsOf(statement)
          .filter((action) => movingBoundaries.includes(action) || (givingRights.includes(action) && !boundary))
          .map((action) => `${statement.Sid} allows ${action}`);
      }),
);

/** The steps' roles are an administrator's: the deploying step has IAM's rights within them, and may change none of them. */
export const rolesAreBounded: ResourceRule = ruleForEach(
  "every role has the boundary, but for the pipeline's steps",
  ({ type, id }) => type === "aws_iam_role" && !/^step-\w+-role$/.test(id),
  addressOf,
  ({ values }) =>
    /:policy\/erp-\w+-boundary$/.test(String(values.permissions_boundary)) ? [] : ["may be given everything"],
);

/** AWS's own policies that give everything away. */
export const noAdministrators: ResourceRule = ruleForEach(
  "no role is an administrator",
  ({ type }) => type === "aws_iam_role_policy_attachment",
  addressOf,
  ({ values }) =>
    /AdministratorAccess|IAMFullAccess/.test(String(values.policy_arn)) ? [String(values.policy_arn)] : [],
);
