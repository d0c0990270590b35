import { describe, expect, it } from "vitest";
import { isStrongPassword } from "../../../packages/contracts/src/identity";
import { resourcesOf, synthesize } from "../../testing/synthesized";
import { readPolicies } from "../rules/policies";
import { nodePolicies } from "../stacks/cluster/nodes";

const prod = synthesize("prod");
const first = (type: string, id?: string) => {
  const found = resourcesOf(prod, type).find((resource) => id === undefined || resource.id === id);
  if (!found) throw new Error(`there is no ${type}.${id}`);
  return found.values;
};

describe("the documented user pool", () => {
  it("passwords follow the same rule as the product's own check", () => {
    const [policy] = [first("aws_cognito_user_pool").password_policy].flat() as Record<string, unknown>[];
    expect(policy).toMatchObject({
      minimum_length: 8,
      require_lowercase: true,
      require_uppercase: true,
      require_numbers: true,
      require_symbols: true,
    });
    expect(isStrongPassword("Abcdef1!")).toBe(true);
    for (const weak of ["Abcde1!", "abcdef1!", "ABCDEF1!", "Abcdefg!", "Abcdefg1"])
      expect(isStrongPassword(weak)).toBe(false);
  });

  it("department and position are attributes that no client may write", () => {
    const schema = first("aws_cognito_user_pool").schema as { name: string }[];
    expect(schema.map(({ name }) => name)).toEqual(["department", "position"]);
    for (const { values } of resourcesOf(prod, "aws_cognito_user_pool_client"))
      expect(values.write_attributes).toEqual(["name", "email"]);
  });

  it("TOTP is optional, the pool is protected, an identity pool gives no rights", () => {
    expect(first("aws_cognito_user_pool")).toMatchObject({
      mfa_configuration: "OPTIONAL",
      deletion_protection: "ACTIVE",
    });
    expect(first("aws_cognito_identity_pool").allow_unauthenticated_identities).toBe(false);
    const ids = resourcesOf(prod, "aws_iam_role_policy").map(({ id }) => id);
    expect(ids).not.toContain("people-policy");
  });

  it("one client for the web server, one for integrations; the API takes tokens of both", () => {
    const ids = resourcesOf(prod, "aws_cognito_user_pool_client").map(({ id }) => id);
    expect(ids).toEqual(["web-client", "integrations-client"].sort());
    const { audience } = first("aws_apigatewayv2_authorizer").jwt_configuration as { audience: string[] };
    expect(audience).toHaveLength(2);
  });
});

describe("the documented roles", () => {
  const attachments = resourcesOf(prod, "aws_iam_role_policy_attachment").map(({ values }) =>
    String(values.policy_arn),
  );

  it("cluster, nodes (Worker, CNI, ECR read), CodeBuild and CodePipeline have theirs", () => {
    for (const policy of ["AmazonEKSClusterPolicy", ...nodePolicies])
      expect(attachments).toContain(`arn:aws:iam::aws:policy/${policy}`);
    const trusted = resourcesOf(prod, "aws_iam_role").flatMap((role) =>
      readPolicies(role).map(({ Principal }) => (Principal as { Service?: string }).Service),
    );
    for (const service of ["eks", "ec2", "codebuild", "codepipeline"])
      expect(trusted).toContain(`${service}.amazonaws.com`);
  });

  it("controllers and workloads get theirs by Pod Identity, each one's own", () => {
    const associations = resourcesOf(prod, "aws_eks_pod_identity_association").map(({ values }) => values);
    const accounts = associations.map(({ service_account: account }) => account);
    expect(accounts).toEqual(
      expect.arrayContaining([
        "external-secrets",
        "aws-load-balancer-controller",
        "collector",
        "web",
        "worker-identity",
        "worker-relay",
      ]),
    );
    expect(new Set(associations.map(({ role_arn: role }) => role)).size).toBe(associations.length);
  });

  it("people come in by access entries, and nobody is system:masters", () => {
    const policies = resourcesOf(prod, "aws_eks_access_policy_association").map(({ values }) =>
      String(values.policy_arn),
    );
    expect(policies.some((policy) => policy.endsWith("AmazonEKSViewPolicy"))).toBe(true);
    expect(JSON.stringify(prod.resources)).not.toMatch(/system:masters|aws-auth/);
  });
});
