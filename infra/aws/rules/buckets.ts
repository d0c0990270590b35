import { unless, type Violation } from "../../rules/rule";
import type { Resource } from "../parts/read-stacks";
import { readPolicies } from "./policies";
import { addressOf, type ResourceRule } from "./resource-rule";

const switches = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

/** What each bucket must have beside it, and what is wrong with the one it has. */
const companions: Record<string, (companion: Resource) => Violation[]> = {
  aws_s3_bucket_public_access_block: ({ values }) =>
    switches.flatMap((name) => unless(values[name] === true, `${name} is off`)),
  aws_s3_bucket_server_side_encryption_configuration: () => [],
  aws_s3_bucket_versioning: () => [],
  aws_s3_bucket_lifecycle_configuration: () => [],
  aws_s3_bucket_policy: (policy) =>
    unless(
      readPolicies(policy).some(
        ({ Effect, Condition }) => Effect === "Deny" && JSON.stringify(Condition).includes("SecureTransport"),
      ),
      "plain HTTP is not refused",
    ),
};

export const noPublicBuckets: ResourceRule = {
  name: "no bucket is public, unencrypted, unversioned or reachable without TLS",
  find: (resources) =>
    resources
      .filter(({ type }) => type === "aws_s3_bucket")
      .flatMap((bucket) =>
        Object.entries(companions).flatMap(([type, judge]) => {
          const reference = `\${aws_s3_bucket.${bucket.id}.id}`;
          const companion = resources.find((each) => each.type === type && each.values.bucket === reference);
          const problems = companion ? judge(companion) : [`has no ${type}`];
          return problems.map((problem) => `${addressOf(bucket)}: ${problem}`);
        }),
      ),
};

export const noAccessLists: ResourceRule = {
  name: "access to buckets is a matter of policies, never of ACLs",
  find: (resources) => resources.filter(({ type }) => type === "aws_s3_bucket_acl").map(addressOf),
};
