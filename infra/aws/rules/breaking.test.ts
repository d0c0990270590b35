/** Each rule is broken on purpose once: a rule that cannot fail protects nothing. */
import { describe, expect, it } from "vitest";
import { synthesize, withChange } from "../../testing/synthesized";
import type { Resource } from "../parts/read-stacks";
import { resourceRules } from "./resource-rules";

type Breakage = {
  what: string;
  type: string;
  id?: string;
  change: (values: Record<string, unknown>) => void;
  rule: string;
};

const breakages: Breakage[] = [
  {
    what: "drop the authorizer of a route",
    type: "aws_apigatewayv2_route",
    change: (values) => {
      values.authorization_type = "NONE";
      delete values.authorizer_id;
    },
    rule: "every route of the API asks for a token",
  },
  {
    what: "open 3306 to the world",
    type: "aws_vpc_security_group_ingress_rule",
    id: "nodes-to-database-3306-in",
    change: (values) => {
      delete values.referenced_security_group_id;
      values.cidr_ipv4 = "0.0.0.0/0";
    },
    rule: "no security group takes connections from everywhere",
  },
  {
    what: "widen an IAM action to *",
    type: "aws_iam_role_policy",
    id: "pods-web-policy",
    change: (values) => {
      values.policy = String(values.policy).replace("cognito-idp:AdminGetUser", "*");
    },
    rule: "no IAM action is a wildcard for a whole service",
  },
  {
    what: "widen an IAM action to a service",
    type: "aws_iam_role_policy",
    id: "pods-web-policy",
    change: (values) => {
      values.policy = String(values.policy).replace("cognito-idp:AdminGetUser", "cognito-idp:*");
    },
    rule: "no IAM action is a wildcard for a whole service",
  },
  {
    what: "let pods read every secret",
    type: "aws_iam_role_policy",
    id: "pods-external-secrets-policy",
    change: (values) => {
      values.policy = String(values.policy).replace(/"Resource":\[[^\]]*secret[^\]]*\]/, '"Resource":["*"]');
    },
    rule: "rights are limited to resources wherever AWS can limit them",
  },
  {
    what: "let everybody publish alarms",
    type: "aws_sns_topic_policy",
    change: (values) => {
      values.policy = String(values.policy).replace(/"Principal":\{[^}]*\}/, '"Principal":{"AWS":"*"}');
    },
    rule: "nobody unnamed is allowed anything",
  },
  {
    what: "make the deploying role an administrator",
    type: "aws_iam_role_policy_attachment",
    change: (values) => {
      values.policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess";
    },
    rule: "no role is an administrator",
  },
  {
    what: "let the deploying step give rights beyond the boundary",
    type: "aws_iam_role_policy",
    id: "step-deploy-policy",
    change: (values) => {
      values.policy = String(values.policy).replace("iam:PermissionsBoundary", "aws:RequestedRegion");
    },
    rule: "whoever gives rights gives them within the boundary, and cannot move it",
  },
  {
    what: "let the deploying step take a boundary away",
    type: "aws_iam_role_policy",
    id: "step-deploy-policy",
    change: (values) => {
      values.policy = String(values.policy).replace("iam:UpdateRole", "iam:DeleteRolePermissionsBoundary");
    },
    rule: "whoever gives rights gives them within the boundary, and cannot move it",
  },
  {
    what: "make a role without the boundary",
    type: "aws_iam_role",
    id: "nodes-role",
    change: (values) => {
      delete values.permissions_boundary;
    },
    rule: "every role has the boundary, but for the pipeline's steps",
  },
  {
    what: "make a bucket public",
    type: "aws_s3_bucket_public_access_block",
    change: (values) => {
      values.block_public_policy = false;
    },
    rule: "no bucket is public, unencrypted, unversioned or reachable without TLS",
  },
  {
    what: "store MySQL in the clear",
    type: "aws_db_instance",
    change: (values) => {
      values.storage_encrypted = false;
    },
    rule: "databases are encrypted with our key",
  },
  {
    what: "take plain connections to MySQL",
    type: "aws_db_parameter_group",
    change: (values) => {
      values.parameter = [];
    },
    rule: "MySQL refuses connections without TLS",
  },
  {
    what: "keep a log for ever",
    type: "aws_cloudwatch_log_group",
    change: (values) => {
      delete values.retention_in_days;
    },
    rule: "every log has an end",
  },
  {
    what: "open Kubernetes' API to the world",
    type: "aws_eks_cluster",
    change: (values) => {
      (values.vpc_config as Record<string, unknown>).public_access_cidrs = ["0.0.0.0/0"];
    },
    rule: "Kubernetes logs who did what, and its API is not the world's",
  },
  {
    what: "let tags of images move",
    type: "aws_ecr_repository",
    change: (values) => {
      values.image_tag_mutability = "MUTABLE";
    },
    rule: "tags of images are given once, images are scanned",
  },
  {
    what: "let pods ask for the instance's credentials",
    type: "aws_launch_template",
    change: (values) => {
      (values.metadata_options as Record<string, unknown>).http_put_response_hop_limit = 2;
    },
    rule: "instances' credentials are out of pods' reach",
  },
  {
    what: "encrypt alarms with AWS's own key",
    type: "aws_sns_topic",
    id: "global-alarms",
    change: (values) => {
      values.kms_master_key_id = "alias/aws/sns";
    },
    rule: "topics are encrypted with a key that alarms may use",
  },
  {
    what: "encrypt alarms with a key of another region",
    type: "aws_sns_topic",
    id: "global-alarms",
    change: (values) => {
      values.kms_master_key_id = `\${aws_kms_key.alarms-key.arn}`;
    },
    rule: "topics are encrypted with a key that alarms may use",
  },
  {
    what: "lock CloudWatch out of the alarms' key",
    type: "aws_kms_key",
    id: "global-alarms-key",
    change: (values) => {
      values.policy = String(values.policy).replace("cloudwatch.amazonaws.com", "sns.amazonaws.com");
    },
    rule: "topics are encrypted with a key that alarms may use",
  },
  {
    what: "let people write their own department",
    type: "aws_cognito_user_pool_client",
    change: (values) => {
      values.write_attributes = ["email", "custom:department"];
    },
    rule: "people cannot write what decides their rights",
  },
  {
    what: "forget a rule on one end",
    type: "aws_vpc_security_group_egress_rule",
    id: "nodes-to-database-3306-out",
    change: (values) => {
      values.from_port = 3307;
    },
    rule: "a flow between two groups has a rule on both ends",
  },
  {
    what: "give the load balancer public addresses",
    type: "aws_lb",
    change: (values) => {
      values.internal = false;
    },
    rule: "the load balancer is private",
  },
  {
    what: "take the firewall away",
    type: "aws_cloudfront_distribution",
    change: (values) => {
      delete values.web_acl_id;
    },
    rule: "CloudFront asks the firewall and hides what is internal",
  },
];

describe("broken on purpose", () => {
  const { resources } = synthesize("prod");

  it.each(breakages)("$what → $rule", ({ type, id, change, rule: name }) => {
    const rule = resourceRules.find((each) => each.name === name);
    const isTarget = (resource: Resource) => resource.type === type && (id === undefined || resource.id === id);
    expect(rule?.find(withChange(resources, isTarget, change))).not.toEqual([]);
  });
});
