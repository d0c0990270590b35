import { EcrLifecyclePolicy } from "@cdktn/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktn/provider-aws/lib/ecr-repository";
import { KmsAlias } from "@cdktn/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktn/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { imageNames } from "../../../environments/images";
import { named } from "../../parts/stack";

export type ImageRepositories = {
  all: { program: string; url: string; arn: string }[];
  signingKey: KmsKey;
};

/** A repository for each image. A tag is given once; what is deployed is named by digest and signed. */
export function createImageRepositories(
  stack: TerraformStack,
  environment: Environment,
  keyArn: string,
): ImageRepositories {
  const all = imageNames.map((program) => {
    const repository = new EcrRepository(stack, `image-${program}`, {
      name: `erp-${environment.name}/${program}`,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
    });
    new EcrLifecyclePolicy(stack, `image-${program}-tidy-up`, {
      repository: repository.name,
      policy: JSON.stringify({ rules: [keepLast(50)] }),
    });
    return { program, url: repository.repositoryUrl, arn: repository.arn };
  });
  return { all, signingKey: createSigningKey(stack, environment) };
}

/** Long enough to go back to any release of the last months. */
function keepLast(images: number) {
  return {
    rulePriority: 1,
    description: `keep the last ${images}`,
    selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: images },
    action: { type: "expire" },
  };
}

function createSigningKey(stack: TerraformStack, environment: Environment): KmsKey {
  // An asymmetric key cannot turn by itself; IAM alone decides who signs, because no other account may.
  const key = new KmsKey(stack, "signing-key", {
    description: "Signs images",
    keyUsage: "SIGN_VERIFY",
    customerMasterKeySpec: "ECC_NIST_P256",
    deletionWindowInDays: 30,
  });
  new KmsAlias(stack, "signing-key-alias", { name: `alias/${named(environment, "signing")}`, targetKeyId: key.keyId });
  return key;
}
