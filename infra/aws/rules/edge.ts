import { unless } from "../../rules/rule";
import { blocksOf, type ResourceRule, ruleFor } from "./resource-rule";

export const edgeRules: readonly ResourceRule[] = [
  ruleFor("every route of the API asks for a token", ["aws_apigatewayv2_route"], (values) => [
    ...unless(values.authorization_type === "JWT", "has no authorizer"),
    ...unless(values.authorizer_id !== undefined, "names no authorizer"),
  ]),
  ruleFor("the API answers exact origins", ["aws_apigatewayv2_api"], (values) => {
    const origins = (blocksOf(values.cors_configuration)[0]?.allow_origins ?? []) as string[];
    return [
      ...unless(origins.length > 0 && origins.every((origin) => /^https:\/\/[^*]+$/.test(origin)), "CORS is open"),
      ...unless(values.disable_execute_api_endpoint === true, "answers under AWS's name too"),
    ];
  }),
  ruleFor("the API is throttled and logged", ["aws_apigatewayv2_stage"], (values) => [
    ...unless(Number(blocksOf(values.default_route_settings)[0]?.throttling_rate_limit) > 0, "is not throttled"),
    ...unless(blocksOf(values.access_log_settings).length === 1, "is not logged"),
  ]),
  ruleFor("the load balancer is private", ["aws_lb"], (values) => [
    ...unless(values.internal === true, "has public addresses"),
    ...unless(blocksOf(values.security_groups).length > 0, "has no security group"),
  ]),
  ruleFor("CloudFront asks the firewall and hides what is internal", ["aws_cloudfront_distribution"], (values) => {
    const blocked = blocksOf(values.ordered_cache_behavior).filter(
      (behaviour) => blocksOf(behaviour.function_association).length > 0,
    );
    return [
      ...unless(values.web_acl_id !== undefined, "has no firewall"),
      ...["/apps/*", "/metrics"].flatMap((path) =>
        unless(
          blocked.some((behaviour) => behaviour.path_pattern === path),
          `${path} is not blocked`,
        ),
      ),
    ];
  }),
  ruleFor("people cannot write what decides their rights", ["aws_cognito_user_pool_client"], (values) =>
    unless(
      Array.isArray(values.write_attributes) &&
        !values.write_attributes.some((name) => String(name).startsWith("custom:")),
      "clients may write custom attributes",
    ),
  ),
  ruleFor(
    "passwords have 8 characters of four classes, and the pool cannot be deleted",
    ["aws_cognito_user_pool"],
    (values) => {
      const policy = blocksOf(values.password_policy)[0] ?? {};
      const classes = ["require_lowercase", "require_uppercase", "require_numbers", "require_symbols"];
      return [
        ...unless(Number(policy.minimum_length) >= 8, "passwords may be short"),
        ...classes.flatMap((name) => unless(policy[name] === true, `${name} is off`)),
        ...unless(values.deletion_protection === "ACTIVE", "the pool can be deleted"),
      ];
    },
  ),
];
