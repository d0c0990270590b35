import { CodebuildProject } from "@cdktn/provider-aws/lib/codebuild-project";
import type { CodestarconnectionsConnection } from "@cdktn/provider-aws/lib/codestarconnections-connection";
import type { IamRole } from "@cdktn/provider-aws/lib/iam-role";
import type { KmsKey } from "@cdktn/provider-aws/lib/kms-key";
import type { S3Bucket } from "@cdktn/provider-aws/lib/s3-bucket";
import type { TerraformStack } from "cdktn";
import { type Environment, REGION } from "../../../environments/environment";
import { createRole, trustService } from "../../parts/iam";
import { createLogGroup } from "../../parts/log-group";
import { named, stateBucketName } from "../../parts/stack";
import { grantClusterPolicy } from "../cluster/access";
import type { ClusterStack } from "../cluster/cluster";
import type { EdgeStack } from "../edge/edge";
import type { NetworkStack } from "../network/network";
import type { ImageRepositories } from "./image-repositories";
import { rightsOf } from "./step-rights";
import { steps } from "./steps";

export type ProjectParts = {
  network: NetworkStack;
  cluster: ClusterStack;
  edge: EdgeStack;
  artifacts: S3Bucket;
  key: KmsKey;
  repositories: ImageRepositories;
  connection: CodestarconnectionsConnection;
};

export type Projects = { name: string; project: CodebuildProject }[];

/** One project for each step, each in a role of its own: what runs the tests cannot deploy. */
export function createProjects(stack: TerraformStack, environment: Environment, parts: ProjectParts): Projects {
  return steps.map((step) => {
    const logs = createLogGroup(stack, environment, `${step.name}-build`, {
      name: `/erp/${environment.name}/delivery/${step.name}`,
    });
    const { managedPolicies, statements } = rightsOf(step.name, environment, parts, logs.arn);
    const role = createRole(stack, environment, `step-${step.name}`, {
      name: named(environment, `step-${step.name}`),
      description: `CodeBuild: ${step.purpose}`,
      trust: trustService("codebuild.amazonaws.com", environment.accountId),
      managedPolicies,
      statements,
      isUnbounded: true,
    });
    if (step.name === "deploy") grantClusterPolicy(stack, "deploy", parts.cluster.cluster.name, role.arn, "operator");
    return { name: step.name, project: createProject(stack, environment, parts, step, role, logs.name) };
  });
}

function createProject(
  stack: TerraformStack,
  environment: Environment,
  { network, artifacts, key, repositories, edge }: ProjectParts,
  step: (typeof steps)[number],
  role: IamRole,
  logGroup: string,
): CodebuildProject {
  const variables: Record<string, string> = {
    ENVIRONMENT: environment.name,
    AWS_REGION: REGION,
    PORTAL_URL: `https://${environment.domain.name}`,
    STATE_BUCKET: stateBucketName(environment),
    ARTIFACTS_BUCKET: artifacts.bucket,
    STATIC_BUCKET: edge.staticFiles.bucket,
    SIGNING_KEY: `awskms:///${repositories.signingKey.arn}`,
    IMAGE_REGISTRY: `${environment.accountId}.dkr.ecr.${REGION}.amazonaws.com/erp-${environment.name}`,
  };
  return new CodebuildProject(stack, `${step.name}-project`, {
    name: named(environment, step.name),
    description: step.purpose,
    serviceRole: role.arn,
    encryptionKey: key.arn,
    buildTimeout: step.timeoutMinutes,
    source: { type: "CODEPIPELINE", buildspec: `infra/pipeline/buildspecs/${step.name}.yml` },
    artifacts: { type: "CODEPIPELINE" },
    environment: {
      type: step.machine.type,
      image: step.machine.image,
      computeType: step.machine.size,
      privilegedMode: step.needsDocker,
      environmentVariable: Object.entries(variables).map(([name, value]) => ({ name, value })),
    },
    logsConfig: { cloudwatchLogs: { groupName: logGroup, status: "ENABLED" } },
    // Only the deploying step talks to the cluster, whose API is best reached from inside.
    vpcConfig: step.isInVpc
      ? {
          vpcId: network.vpc.id,
          subnets: network.subnets.app.map((subnet) => subnet.id),
          securityGroupIds: [network.groups.delivery.id],
        }
      : undefined,
  });
}
