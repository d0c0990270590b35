import { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import { type App, S3Backend, TerraformStack } from "cdktn";
import { type Environment, GLOBAL_REGION, REGION } from "../../environments/environment";

/** In the order in which they are planned and applied: each reads only what stands before it. */
export const stackNames = [
  "bootstrap",
  "network",
  "identity",
  "data",
  "cluster",
  "edge",
  "delivery",
  "observability",
] as const;
export type StackName = (typeof stackNames)[number];

/** The one the bindings were made from; planning and applying happen on two machines, which must agree. */
export const AWS_PROVIDER_VERSION = "6.66.0";

/** A stack with its provider, tags on everything, and its state in the bucket that bootstrap makes. */
export function openStack(app: App, environment: Environment, name: StackName): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", {
    region: REGION,
    allowedAccountIds: [environment.accountId],
    defaultTags: [{ tags: tagsOf(environment, name) }],
  });
  stack.addOverride("terraform.required_providers.aws.version", AWS_PROVIDER_VERSION);
  new S3Backend(stack, {
    bucket: stateBucketName(environment),
    key: `${name}.tfstate`,
    region: REGION,
    encrypt: true,
    kmsKeyId: `alias/${named(environment, "state")}`,
    // A lock file beside the state replaces the DynamoDB table of earlier days.
    useLockfile: true,
  });
  return stack;
}

/** The second provider, for what CloudFront wants in us-east-1. */
export function openGlobalProvider(stack: TerraformStack, environment: Environment, name: StackName): AwsProvider {
  return new AwsProvider(stack, "aws-global", {
    alias: "global",
    region: GLOBAL_REGION,
    allowedAccountIds: [environment.accountId],
    defaultTags: [{ tags: tagsOf(environment, name) }],
  });
}

/** `erp-dev-nodes`: every name of an environment begins alike, so that policies can be limited by it. */
export function named(environment: Environment, what: string): string {
  return `erp-${environment.name}-${what}`;
}

/** Bucket names are the world's: the account's number makes ours unique. */
export function bucketName(environment: Environment, what: string): string {
  return `${named(environment, what)}-${environment.accountId}`;
}

export function stateBucketName(environment: Environment): string {
  return bucketName(environment, "state");
}

export function secretName(environment: Environment, what: string): string {
  return `erp/${environment.name}/${what}`;
}

export function tagsOf(environment: Environment, stack: StackName): Record<string, string> {
  return { product: "erp-portal", environment: environment.name, stack, "managed-by": "terraform" };
}
