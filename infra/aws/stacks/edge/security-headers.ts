import { CloudfrontResponseHeadersPolicy } from "@cdktn/provider-aws/lib/cloudfront-response-headers-policy";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";

/** Also on what the server does not answer itself: files from S3, refusals of the firewall. The server's own headers win. */
export function createSecurityHeaders(
  stack: TerraformStack,
  environment: Environment,
): CloudfrontResponseHeadersPolicy {
  return new CloudfrontResponseHeadersPolicy(stack, "security-headers", {
    name: named(environment, "security-headers"),
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: 63_072_000, includeSubdomains: true, override: false },
      contentTypeOptions: { override: false },
      frameOptions: { frameOption: "DENY", override: false },
      referrerPolicy: { referrerPolicy: "same-origin", override: false },
    },
  });
}
