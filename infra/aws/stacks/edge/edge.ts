import type { Apigatewayv2Api } from "@cdktn/provider-aws/lib/apigatewayv2-api";
import type { CloudfrontDistribution } from "@cdktn/provider-aws/lib/cloudfront-distribution";
import type { Lb } from "@cdktn/provider-aws/lib/lb";
import type { S3Bucket } from "@cdktn/provider-aws/lib/s3-bucket";
import { type App, TerraformOutput } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createBucket, setBucketPolicy } from "../../parts/private-bucket";
import { bucketName, openGlobalProvider, openStack } from "../../parts/stack";
import type { IdentityStack } from "../identity/identity";
import type { NetworkStack } from "../network/network";
import { createApi } from "./api";
import { createCertificates } from "./certificates";
import { createDistribution } from "./distribution";
import { createFirewall } from "./firewall";
import { createLoadBalancer } from "./load-balancer";

export type EdgeStack = {
  distribution: CloudfrontDistribution;
  loadBalancer: Lb;
  api: Apigatewayv2Api;
  staticFiles: S3Bucket;
};

/**
 * The way in. CloudFront stands in front of everything: pages and sockets go through a VPC origin to the private load
 * balancer, built files to S3, and only `/api/v1/*` through API Gateway, which can neither stream nor hold a socket.
 */
export function createEdge(
  app: App,
  environment: Environment,
  { network, identity }: { network: NetworkStack; identity: IdentityStack },
): EdgeStack {
  const stack = openStack(app, environment, "edge");
  const global = openGlobalProvider(stack, environment, "edge");
  const certificates = createCertificates(stack, environment, global);
  const { loadBalancer, listeners, targetGroups } = createLoadBalancer(stack, environment, network);
  const api = createApi(stack, environment, {
    network,
    identity,
    listenerArn: listeners.web.arn,
    certificateArn: certificates.regional,
  });
  const firewall = createFirewall(stack, environment, global);
  // Built files have their content's hash in the name. They never expire: a release's age does not say that it is over.
  const staticFiles = createBucket(stack, "static", {
    bucket: bucketName(environment, "static"),
    keepOldVersionsDays: 7,
  });
  const distribution = createDistribution(stack, environment, {
    global,
    loadBalancer,
    staticFiles,
    apiDomain: api.domainName,
    certificateArn: certificates.global,
    firewallArn: firewall.arn,
  });
  setBucketPolicy(stack, "static", staticFiles, [
    {
      sid: "ReadByCloudFront",
      principals: { Service: "cloudfront.amazonaws.com" },
      actions: ["s3:GetObject"],
      resources: [`${staticFiles.arn}/_next/static/*`],
      conditions: { StringEquals: { "aws:SourceArn": distribution.arn } },
    },
  ]);
  const outputs = {
    web_target_group: targetGroups.web.arn,
    soketi_target_group: targetGroups.soketi.arn,
    static_bucket: staticFiles.bucket,
    distribution_id: distribution.id,
  };
  for (const [name, value] of Object.entries(outputs)) new TerraformOutput(stack, name, { value, staticId: true });
  return { distribution, loadBalancer, api: api.api, staticFiles };
}
