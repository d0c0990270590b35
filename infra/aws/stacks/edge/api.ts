import { Apigatewayv2Api } from "@cdktn/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2ApiMapping } from "@cdktn/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2Authorizer } from "@cdktn/provider-aws/lib/apigatewayv2-authorizer";
import { Apigatewayv2DomainName } from "@cdktn/provider-aws/lib/apigatewayv2-domain-name";
import { Apigatewayv2Integration } from "@cdktn/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Route } from "@cdktn/provider-aws/lib/apigatewayv2-route";
import { Apigatewayv2Stage } from "@cdktn/provider-aws/lib/apigatewayv2-stage";
import { Apigatewayv2VpcLink } from "@cdktn/provider-aws/lib/apigatewayv2-vpc-link";
import { Route53Record } from "@cdktn/provider-aws/lib/route53-record";
import type { TerraformStack } from "cdktn";
import { type Environment, REGION } from "../../../environments/environment";
import { createLogGroup } from "../../parts/log-group";
import { named } from "../../parts/stack";
import type { IdentityStack } from "../identity/identity";
import type { NetworkStack } from "../network/network";
import { apiDomainName } from "./certificates";

/** There is no route without the authorizer, and none for OPTIONS: API Gateway answers that by itself. */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const accessLogFields = {
  requestId: "$context.requestId",
  at: "$context.requestTime",
  method: "$context.httpMethod",
  path: "$context.path",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  client: "$context.authorizer.claims.client_id",
  address: "$context.identity.sourceIp",
  authorizerError: "$context.authorizer.error",
};

type Parts = { network: NetworkStack; identity: IdentityStack; listenerArn: string; certificateArn: string };

/** `/api/v1/*` for other companies' programs, with bearer tokens. The web app itself never passes here. */
export function createApi(stack: TerraformStack, environment: Environment, parts: Parts) {
  const api = new Apigatewayv2Api(stack, "api", {
    name: named(environment, "api"),
    protocolType: "HTTP",
    // Only by our own name, which asks for TLS 1.2.
    disableExecuteApiEndpoint: true,
    corsConfiguration: {
      allowOrigins: [`https://${environment.domain.name}`],
      allowMethods: methods,
      allowHeaders: ["authorization", "content-type"],
      allowCredentials: false,
      maxAge: 600,
    },
  });
  addRoutes(stack, environment, api, parts);
  addStage(stack, environment, api);
  const domainName = addDomain(stack, environment, api, parts.certificateArn);
  return { api, domainName };
}

function addRoutes(stack: TerraformStack, environment: Environment, api: Apigatewayv2Api, parts: Parts): void {
  const { network, identity, listenerArn } = parts;
  const link = new Apigatewayv2VpcLink(stack, "vpc-link", {
    name: named(environment, "api"),
    subnetIds: network.subnets.app.map((subnet) => subnet.id),
    securityGroupIds: [network.groups["vpc-link"].id],
  });
  const integration = new Apigatewayv2Integration(stack, "web", {
    apiId: api.id,
    integrationType: "HTTP_PROXY",
    integrationMethod: "ANY",
    integrationUri: listenerArn,
    connectionType: "VPC_LINK",
    connectionId: link.id,
    timeoutMilliseconds: 29_000,
    requestParameters: { "overwrite:path": "/api/v1/$request.path.proxy" },
  });
  // The same two clients that the server itself accepts (packages/identity/src/token-verifier.ts).
  const authorizer = new Apigatewayv2Authorizer(stack, "tokens", {
    apiId: api.id,
    name: "cognito",
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: {
      issuer: `https://cognito-idp.${REGION}.amazonaws.com/${identity.pool.id}`,
      audience: [identity.webClient.id, identity.integrationsClient.id],
    },
  });
  for (const method of methods) {
    new Apigatewayv2Route(stack, `route-${method.toLowerCase()}`, {
      apiId: api.id,
      routeKey: `${method} /api/v1/{proxy+}`,
      target: `integrations/${integration.id}`,
      authorizationType: "JWT",
      authorizerId: authorizer.id,
    });
  }
}

function addStage(stack: TerraformStack, environment: Environment, api: Apigatewayv2Api): void {
  const logs = createLogGroup(stack, environment, "api", { name: `/erp/${environment.name}/api`, kind: "audit" });
  new Apigatewayv2Stage(stack, "stage", {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    defaultRouteSettings: { throttlingRateLimit: 50, throttlingBurstLimit: 100, detailedMetricsEnabled: true },
    accessLogSettings: { destinationArn: logs.arn, format: JSON.stringify(accessLogFields) },
  });
}

function addDomain(
  stack: TerraformStack,
  environment: Environment,
  api: Apigatewayv2Api,
  certificateArn: string,
): string {
  const name = apiDomainName(environment);
  const domain = new Apigatewayv2DomainName(stack, "api-domain", {
    domainName: name,
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  });
  new Apigatewayv2ApiMapping(stack, "api-mapping", { apiId: api.id, domainName: domain.id, stage: "$default" });
  const target = domain.domainNameConfiguration;
  new Route53Record(stack, "api-address", {
    zoneId: environment.domain.hostedZoneId,
    name,
    type: "A",
    alias: { name: target.targetDomainName, zoneId: target.hostedZoneId, evaluateTargetHealth: false },
  });
  return name;
}
