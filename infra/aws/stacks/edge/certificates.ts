import { AcmCertificate } from "@cdktn/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktn/provider-aws/lib/acm-certificate-validation";
import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import { Route53Record } from "@cdktn/provider-aws/lib/route53-record";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";

export type Certificates = { global: string; regional: string };

export function apiDomainName({ domain }: Environment): string {
  return `api.${domain.name}`;
}

/** One for CloudFront, which wants it in us-east-1, and one for API Gateway; both renewed by AWS as long as DNS proves them. */
export function createCertificates(stack: TerraformStack, environment: Environment, global: AwsProvider): Certificates {
  return {
    global: createCertificate(stack, environment, "portal", environment.domain.name, global),
    regional: createCertificate(stack, environment, "api", apiDomainName(environment)),
  };
}

function createCertificate(
  stack: TerraformStack,
  { domain }: Environment,
  id: string,
  domainName: string,
  provider?: AwsProvider,
): string {
  const certificate = new AcmCertificate(stack, `${id}-certificate`, {
    domainName,
    validationMethod: "DNS",
    provider,
    // The old one stays until the new one is in use.
    lifecycle: { createBeforeDestroy: true },
  });
  const proof = certificate.domainValidationOptions.get(0);
  const record = new Route53Record(stack, `${id}-certificate-proof`, {
    zoneId: domain.hostedZoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
    allowOverwrite: true,
  });
  const validation = new AcmCertificateValidation(stack, `${id}-certificate-validation`, {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
    provider,
  });
  return validation.certificateArn;
}
