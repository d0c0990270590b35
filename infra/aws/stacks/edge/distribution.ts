import { CloudfrontDistribution } from "@cdktn/provider-aws/lib/cloudfront-distribution";
import { CloudfrontMonitoringSubscription } from "@cdktn/provider-aws/lib/cloudfront-monitoring-subscription";
import { CloudfrontOriginAccessControl } from "@cdktn/provider-aws/lib/cloudfront-origin-access-control";
import { CloudfrontVpcOrigin } from "@cdktn/provider-aws/lib/cloudfront-vpc-origin";
import type { Lb } from "@cdktn/provider-aws/lib/lb";
import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import { Route53Record } from "@cdktn/provider-aws/lib/route53-record";
import type { S3Bucket } from "@cdktn/provider-aws/lib/s3-bucket";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { ports } from "../../../environments/ports";
import { named } from "../../parts/stack";
import { deliverAccessLogs } from "./access-logs";
import { behaviours, createBlocker } from "./behaviours";
import { createSecurityHeaders } from "./security-headers";

type Parts = {
  global: AwsProvider;
  loadBalancer: Lb;
  staticFiles: S3Bucket;
  apiDomain: string;
  certificateArn: string;
  firewallArn: string;
};

/** The one public address. What goes where stands in behaviours.ts. */
export function createDistribution(
  stack: TerraformStack,
  environment: Environment,
  parts: Parts,
): CloudfrontDistribution {
  const { name } = environment.domain;
  const headers = createSecurityHeaders(stack, environment);
  const { defaultCacheBehavior, orderedCacheBehavior } = behaviours({
    headersPolicyId: headers.id,
    blockerArn: createBlocker(stack, environment).arn,
  });
  const distribution = new CloudfrontDistribution(stack, "portal", {
    comment: named(environment, "portal"),
    enabled: true,
    aliases: [name],
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    // Edge locations in Korea and the rest of Asia.
    priceClass: "PriceClass_200",
    webAclId: parts.firewallArn,
    viewerCertificate: {
      acmCertificateArn: parts.certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    origin: origins(stack, environment, parts),
    defaultCacheBehavior,
    orderedCacheBehavior,
  });
  new CloudfrontMonitoringSubscription(stack, "portal-metrics", {
    distributionId: distribution.id,
    monitoringSubscription: { realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" } },
  });
  deliverAccessLogs(stack, environment, parts.global, distribution.arn);
  for (const type of ["A", "AAAA"]) {
    new Route53Record(stack, `portal-address-${type.toLowerCase()}`, {
      zoneId: environment.domain.hostedZoneId,
      name,
      type,
      alias: { name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false },
    });
  }
  return distribution;
}

function origins(stack: TerraformStack, environment: Environment, parts: Parts) {
  const { loadBalancer, staticFiles, apiDomain } = parts;
  const reader = new CloudfrontOriginAccessControl(stack, "static-reader", {
    name: named(environment, "static"),
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const inside = (program: "web" | "soketi", readTimeout: number) => ({
    originId: program,
    domainName: loadBalancer.dnsName,
    vpcOriginConfig: {
      vpcOriginId: createVpcOrigin(stack, environment, loadBalancer, program).id,
      originReadTimeout: readTimeout,
      originKeepaliveTimeout: 60,
    },
  });
  return [
    inside("web", 60),
    inside("soketi", 60),
    { originId: "static", domainName: staticFiles.bucketRegionalDomainName, originAccessControlId: reader.id },
    {
      originId: "api",
      domainName: apiDomain,
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
      },
    },
  ];
}

function createVpcOrigin(
  stack: TerraformStack,
  environment: Environment,
  loadBalancer: Lb,
  program: "web" | "soketi",
): CloudfrontVpcOrigin {
  return new CloudfrontVpcOrigin(stack, `${program}-origin`, {
    vpcOriginEndpointConfig: [
      {
        name: named(environment, program),
        arn: loadBalancer.arn,
        httpPort: ports[program].listener,
        httpsPort: 443,
        originProtocolPolicy: "http-only",
        originSslProtocols: [{ items: ["TLSv1.2"], quantity: 1 }],
      },
    ],
  });
}
