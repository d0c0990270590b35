import { IamRole } from "@cdktn/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktn/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktn/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../environments/environment";
import { named } from "./stack";

export type Statement = {
  sid: string;
  effect?: "Allow" | "Deny";
  actions: readonly string[];
  resources: readonly string[];
  principals?: Record<string, string | readonly string[]> | "*";
  conditions?: Record<string, Record<string, string | readonly string[]>>;
};

/** A policy as JSON. Written by us rather than by a data source, so that tests can read it without Terraform. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ sid, effect = "Allow", actions, resources, principals, conditions }) => ({
      Sid: sid,
      Effect: effect,
      ...(principals === undefined ? {} : { Principal: principals }),
      Action: actions,
      Resource: resources,
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  });
}

type RoleOptions = {
  name: string;
  trust: string;
  description: string;
  /** Names of AWS's own policies, under `arn:aws:iam::aws:policy/`. */
  managedPolicies?: readonly string[];
  statements?: readonly Statement[];
  /** Only roles that an administrator makes and the pipeline cannot change do without the boundary. */
  isUnbounded?: true;
};

/** What no role of the environment gets beyond, whatever policies it has; the bootstrap stack makes it. */
export function boundaryArn(environment: Environment): string {
  return `arn:aws:iam::${environment.accountId}:policy/${named(environment, "boundary")}`;
}

/** A role, whom it trusts, and what it may do. Ids inside the stack derive from `id`. */
export function createRole(
  stack: TerraformStack,
  environment: Environment,
  id: string,
  { name, trust, description, managedPolicies = [], statements = [], isUnbounded }: RoleOptions,
): IamRole {
  const role = new IamRole(stack, `${id}-role`, {
    name,
    description,
    assumeRolePolicy: trust,
    permissionsBoundary: isUnbounded ? undefined : boundaryArn(environment),
  });
  for (const policy of managedPolicies) {
    const policyName = policy.split("/").at(-1);
    new IamRolePolicyAttachment(stack, `${id}-${policyName}`, {
      role: role.name,
      policyArn: `arn:aws:iam::aws:policy/${policy}`,
    });
  }
  if (statements.length > 0) {
    new IamRolePolicy(stack, `${id}-policy`, { role: role.name, name: "own", policy: policyDocument(statements) });
  }
  return role;
}

/** Lets an AWS service act in the role, for this account's resources alone: nobody else's pipeline may borrow it. */
export function trustService(service: string, accountId?: string): string {
  return trust(
    { Service: service },
    ["sts:AssumeRole"],
    accountId && { StringEquals: { "aws:SourceAccount": accountId } },
  );
}

/** Lets pods act in the role, by way of EKS Pod Identity. */
export function trustPods(): string {
  return trust({ Service: "pods.eks.amazonaws.com" }, ["sts:AssumeRole", "sts:TagSession"]);
}

export function trust(principal: Record<string, string>, actions: readonly string[], condition?: object | ""): string {
  const statement = { Effect: "Allow", Principal: principal, Action: actions };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [condition ? { ...statement, Condition: condition } : statement],
  });
}
