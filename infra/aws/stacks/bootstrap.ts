import { AccessanalyzerAnalyzer } from "@cdktn/provider-aws/lib/accessanalyzer-analyzer";
import { EbsEncryptionByDefault } from "@cdktn/provider-aws/lib/ebs-encryption-by-default";
import { IamPolicy } from "@cdktn/provider-aws/lib/iam-policy";
import { S3AccountPublicAccessBlock } from "@cdktn/provider-aws/lib/s3-account-public-access-block";
import type { App } from "cdktn";
import type { Environment } from "../../environments/environment";
import { createKey } from "../parts/encryption-key";
import { createPrivateBucket } from "../parts/private-bucket";
import { named, openStack, stateBucketName } from "../parts/stack";

/** What PowerUserAccess leaves out as well: rights, accounts and who pays for them. */
const beyondBoundary = ["iam:*", "organizations:*", "account:*"];

/**
 * What has to be there before anything else: the bucket that holds every state, this stack's own included (the first
 * apply is local, then the state moves in: docs/runbook.md), and what is set once per account.
 */
export function createBootstrap(app: App, environment: Environment): void {
  const stack = openStack(app, environment, "bootstrap");
  const key = createKey(stack, environment, "state", { description: "Terraform's states" });
  createPrivateBucket(stack, "state", {
    bucket: stateBucketName(environment),
    keyArn: key.arn,
    keepOldVersionsDays: environment.retention.auditDays,
  });
  new S3AccountPublicAccessBlock(stack, "public-access", {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  // With it a role has no rights over rights: whoever makes roles (the deploying step) makes none that is more than itself.
  new IamPolicy(stack, "boundary", {
    name: named(environment, "boundary"),
    description: "What no role of the environment gets beyond",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Sid: "NoRights", Effect: "Allow", NotAction: beyondBoundary, Resource: "*" }],
    }),
  });
  new EbsEncryptionByDefault(stack, "disk-encryption", { enabled: true });
  new AccessanalyzerAnalyzer(stack, "access-analyzer", {
    analyzerName: named(environment, "account"),
    type: "ACCOUNT",
  });
}
