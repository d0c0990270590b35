import { CloudfrontFunction } from "@cdktn/provider-aws/lib/cloudfront-function";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";

/** AWS's own policies; their ids are the same in every account. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const forwardAll = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const forwardAllButHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

const reading = ["GET", "HEAD"];
const everyMethod = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/** Which path goes where, in the order in which CloudFront looks. */
export function behaviours({ headersPolicyId, blockerArn }: { headersPolicyId: string; blockerArn: string }) {
  const live = {
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: everyMethod,
    cachedMethods: reading,
    cachePolicyId: cachingDisabled,
    originRequestPolicyId: forwardAll,
    compress: true,
  };
  const pages = { ...live, targetOriginId: "web", responseHeadersPolicyId: headersPolicyId };
  const blocked = {
    ...pages,
    functionAssociation: [{ eventType: "viewer-request", functionArn: blockerArn }],
  };
  return {
    defaultCacheBehavior: pages,
    orderedCacheBehavior: [
      {
        pathPattern: "/_next/static/*",
        targetOriginId: "static",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: reading,
        cachedMethods: reading,
        cachePolicyId: cachingOptimized,
        responseHeadersPolicyId: headersPolicyId,
        compress: true,
      },
      {
        ...live,
        pathPattern: "/api/v1/*",
        targetOriginId: "api",
        // A token in the clear is a token lost, so there is no friendly redirect.
        viewerProtocolPolicy: "https-only",
        originRequestPolicyId: forwardAllButHost,
      },
      // Soketi's trigger API is for our own workers, which reach it inside the cluster.
      { ...blocked, pathPattern: "/apps/*" },
      { ...blocked, pathPattern: "/metrics" },
      { ...live, pathPattern: "/app/*", targetOriginId: "soketi", viewerProtocolPolicy: "https-only" },
    ],
  };
}

export function createBlocker(stack: TerraformStack, environment: Environment): CloudfrontFunction {
  return new CloudfrontFunction(stack, "blocker", {
    name: named(environment, "blocker"),
    runtime: "cloudfront-js-2.0",
    publish: true,
    code: 'function handler() { return { statusCode: 404, statusDescription: "Not Found" }; }',
  });
}
