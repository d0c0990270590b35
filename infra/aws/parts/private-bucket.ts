import { S3Bucket } from "@cdktn/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktn/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktn/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktn/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktn/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktn/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktn/provider-aws/lib/s3-bucket-versioning";
import type { TerraformStack } from "cdktn";
import { policyDocument, type Statement } from "./iam";

type BucketOptions = {
  bucket: string;
  /** A KMS key's ARN; without it S3's own keys encrypt. */
  keyArn?: string;
  /** Days after which a replaced or deleted object is gone for good. */
  keepOldVersionsDays: number;
  /** Days after which objects themselves go. */
  expireDays?: number;
};

/**
 * The only kind of bucket there is here: closed to the public, encrypted, versioned, over TLS alone. A bucket that more
 * than this account's roles may read gets its policy from `setBucketPolicy` instead, once the reader is known.
 */
export function createPrivateBucket(stack: TerraformStack, id: string, options: BucketOptions): S3Bucket {
  const bucket = createBucket(stack, id, options);
  setBucketPolicy(stack, id, bucket, []);
  return bucket;
}

/** Adds to the rule that is always there: over TLS alone. */
export function setBucketPolicy(
  stack: TerraformStack,
  id: string,
  bucket: S3Bucket,
  statements: readonly Statement[],
): void {
  new S3BucketPolicy(stack, `${id}-policy`, {
    bucket: bucket.id,
    policy: policyDocument([tlsOnly(bucket.arn), ...statements]),
  });
}

export function createBucket(stack: TerraformStack, id: string, options: BucketOptions): S3Bucket {
  const bucket = new S3Bucket(stack, `${id}-bucket`, { bucket: options.bucket });
  const own = { bucket: bucket.id };
  new S3BucketPublicAccessBlock(stack, `${id}-public-access`, {
    ...own,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(stack, `${id}-ownership`, { ...own, rule: { objectOwnership: "BucketOwnerEnforced" } });
  new S3BucketVersioningA(stack, `${id}-versioning`, { ...own, versioningConfiguration: { status: "Enabled" } });
  new S3BucketServerSideEncryptionConfigurationA(stack, `${id}-encryption`, {
    ...own,
    rule: [
      {
        bucketKeyEnabled: true,
        applyServerSideEncryptionByDefault: options.keyArn
          ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: options.keyArn }
          : { sseAlgorithm: "AES256" },
      },
    ],
  });
  addLifecycle(stack, id, bucket, options);
  return bucket;
}

function addLifecycle(stack: TerraformStack, id: string, bucket: S3Bucket, options: BucketOptions): void {
  const { keepOldVersionsDays, expireDays } = options;
  new S3BucketLifecycleConfiguration(stack, `${id}-lifecycle`, {
    bucket: bucket.id,
    rule: [
      {
        id: "tidy-up",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrentVersionExpiration: [{ noncurrentDays: keepOldVersionsDays }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        ...(expireDays === undefined ? {} : { expiration: [{ days: expireDays }] }),
      },
    ],
  });
}

function tlsOnly(bucketArn: string): Statement {
  return {
    sid: "TlsOnly",
    effect: "Deny",
    principals: "*",
    actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"],
    resources: [bucketArn, `${bucketArn}/*`],
    conditions: { Bool: { "aws:SecureTransport": "false" } },
  };
}
