import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repoRoot } from "../../commands/output";
import { resourcesOf, synthesize } from "../../testing/synthesized";
import { blocksOf } from "../rules/resource-rule";

const prod = synthesize("prod");
const first = (type: string) => resourcesOf(prod, type)[0]?.values ?? {};

describe("the documented API", () => {
  it("a JWT authorizer of the user pool on every route, with the path rewritten", () => {
    expect(first("aws_apigatewayv2_authorizer")).toMatchObject({ authorizer_type: "JWT" });
    expect(JSON.stringify(first("aws_apigatewayv2_authorizer"))).toContain("cognito-idp.ap-northeast-2.amazonaws.com");
    expect(first("aws_apigatewayv2_integration")).toMatchObject({
      connection_type: "VPC_LINK",
      request_parameters: { "overwrite:path": "/api/v1/$request.path.proxy" },
    });
    const keys = resourcesOf(prod, "aws_apigatewayv2_route").map(({ values }) => String(values.route_key));
    expect(keys.every((key) => key.endsWith(" /api/v1/{proxy+}"))).toBe(true);
  });

  it("exact origins, throttling, an access log", () => {
    expect(first("aws_apigatewayv2_api").cors_configuration).toMatchObject({
      allow_origins: ["https://portal.hanbit.example"],
    });
    expect(first("aws_apigatewayv2_stage").default_route_settings).toMatchObject({ throttling_rate_limit: 50 });
    expect(blocksOf(first("aws_apigatewayv2_stage").access_log_settings)).toHaveLength(1);
  });
});

describe("the documented CloudFront", () => {
  const distribution = first("aws_cloudfront_distribution");
  const behaviours = blocksOf(distribution.ordered_cache_behavior);
  const targetOf = (path: string) => behaviours.find((behaviour) => behaviour.path_pattern === path)?.target_origin_id;

  it("built files from a private bucket, the API from API Gateway, the rest and sockets through VPC origins", () => {
    expect(targetOf("/_next/static/*")).toBe("static");
    expect(targetOf("/api/v1/*")).toBe("api");
    expect(targetOf("/app/*")).toBe("soketi");
    expect(blocksOf(distribution.default_cache_behavior)[0]?.target_origin_id).toBe("web");
    const origins = blocksOf(distribution.origin);
    expect(origins.find(({ origin_id: id }) => id === "static")?.origin_access_control_id).toBeDefined();
    for (const id of ["web", "soketi"])
      expect(blocksOf(origins.find((origin) => origin.origin_id === id)?.vpc_origin_config)).toHaveLength(1);
  });

  it("Soketi's trigger API and the metrics are blocked", () => {
    for (const path of ["/apps/*", "/metrics"]) {
      const behaviour = behaviours.find((each) => each.path_pattern === path);
      expect(blocksOf(behaviour?.function_association)).toHaveLength(1);
    }
  });

  it("HTTP/3, a firewall, security headers", () => {
    expect(distribution).toMatchObject({ http_version: "http2and3" });
    expect(distribution.web_acl_id).toBeDefined();
    expect(first("aws_cloudfront_response_headers_policy").security_headers_config).toBeDefined();
    expect(blocksOf(first("aws_wafv2_web_acl").rule)).toHaveLength(4);
  });

  it("the firewall lets long documents and many calls in one request through, which browsers keep short anyway", () => {
    type Group = { statement: { managed_rule_group_statement?: { rule_action_override: Override[] } } };
    type Override = { name: string; action_to_use: object };
    const counted = blocksOf(first("aws_wafv2_web_acl").rule)
      .flatMap((rule) => (rule as Group).statement.managed_rule_group_statement?.rule_action_override ?? [])
      .filter(({ action_to_use: action }) => "count" in action)
      .map(({ name }) => name);
    expect(counted).toEqual(expect.arrayContaining(["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"]));
    const link = readFileSync(join(repoRoot, "apps/web/src/lib/trpc-provider.tsx"), "utf8");
    const [, name = "no limit"] = link.match(/maxURLLength: (\w+)/) ?? [];
    expect(Number(link.match(new RegExp(`const ${name} = (\\d+)`))?.[1])).toBeLessThanOrEqual(2048);
  });

  it("the running release's files stay, however long no other is made", () => {
    const lifecycle = resourcesOf(prod, "aws_s3_bucket_lifecycle_configuration").find(
      ({ id }) => id === "static-lifecycle",
    );
    const [rule] = blocksOf(lifecycle?.values.rule);
    expect(rule?.noncurrent_version_expiration).toBeDefined();
    expect(rule).not.toHaveProperty("expiration");
  });

  it("only CloudFront reads the bucket", () => {
    const policy = resourcesOf(prod, "aws_s3_bucket_policy").find(({ id }) => id === "static-policy")?.values.policy;
    expect(policy).toContain("cloudfront.amazonaws.com");
    expect(policy).toContain("aws:SourceArn");
  });
});
