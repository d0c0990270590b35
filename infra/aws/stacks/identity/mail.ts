import { Route53Record } from "@cdktn/provider-aws/lib/route53-record";
import { Sesv2EmailIdentity } from "@cdktn/provider-aws/lib/sesv2-email-identity";
import { Fn, type TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";

/** SES hands out this many keys for signing a domain's mail. */
const DKIM_KEYS = 3;

/** The portal's own domain as sender of its mails; receivers find in DNS that SES may speak for it. */
export function createMailIdentity(stack: TerraformStack, { domain }: Environment): Sesv2EmailIdentity {
  const identity = new Sesv2EmailIdentity(stack, "mail", {
    emailIdentity: domain.name,
    dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
  });
  const tokens = identity.dkimSigningAttributes.tokens;
  for (let key = 0; key < DKIM_KEYS; key += 1) {
    const token = Fn.element(tokens, key);
    new Route53Record(stack, `mail-key-${key}`, {
      zoneId: domain.hostedZoneId,
      name: `${token}._domainkey.${domain.name}`,
      type: "CNAME",
      ttl: 3600,
      records: [`${token}.dkim.amazonses.com`],
    });
  }
  return identity;
}
