import { Codepipeline } from "@cdktn/provider-aws/lib/codepipeline";
import type { CodestarconnectionsConnection } from "@cdktn/provider-aws/lib/codestarconnections-connection";
import type { KmsKey } from "@cdktn/provider-aws/lib/kms-key";
import type { S3Bucket } from "@cdktn/provider-aws/lib/s3-bucket";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createRole, trustService } from "../../parts/iam";
import { named } from "../../parts/stack";
import type { Projects } from "./projects";
import type { StepName } from "./steps";

type PipelineParts = {
  artifacts: S3Bucket;
  key: KmsKey;
  projects: Projects;
  connection: CodestarconnectionsConnection;
};

/** What each step takes and gives. The plan's files travel to the deploying step: what was approved is what happens. */
const artifactsOf: Record<StepName, { takes: string[]; gives: string[] }> = {
  verify: { takes: ["source"], gives: [] },
  build: { takes: ["source"], gives: ["images"] },
  plan: { takes: ["source", "images"], gives: ["plans"] },
  deploy: { takes: ["source", "images", "plans"], gives: [] },
  smoke: { takes: ["source"], gives: [] },
};

export function createPipeline(stack: TerraformStack, environment: Environment, parts: PipelineParts): string {
  const name = named(environment, "portal");
  const role = createPipelineRole(stack, environment, parts);
  const build = (step: StepName) => buildStage(step, parts);
  const pipeline = new Codepipeline(stack, "pipeline", {
    name,
    roleArn: role.arn,
    pipelineType: "V2",
    // A newer commit overtakes one that waits; none runs beside another.
    executionMode: "SUPERSEDED",
    artifactStore: [
      { type: "S3", location: parts.artifacts.bucket, encryptionKey: { type: "KMS", id: parts.key.arn } },
    ],
    trigger: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "github",
          push: [{ branches: { includes: [environment.source.branch] } }],
        },
      },
    ],
    stage: [
      sourceStage(environment, parts),
      build("verify"),
      build("build"),
      build("plan"),
      approvalStage(environment),
      build("deploy"),
      build("smoke"),
    ],
  });
  return pipeline.name;
}

function sourceStage({ source }: Environment, { connection }: PipelineParts) {
  return {
    name: "source",
    action: [
      {
        name: "github",
        category: "Source",
        owner: "AWS",
        provider: "CodeStarSourceConnection",
        version: "1",
        outputArtifacts: ["source"],
        configuration: {
          ConnectionArn: connection.arn,
          FullRepositoryId: source.repository,
          BranchName: source.branch,
          DetectChanges: "false",
          // A real clone: the tests look at what git tracks.
          OutputArtifactFormat: "CODEBUILD_CLONE_REF",
        },
      },
    ],
  };
}

function buildStage(step: StepName, { projects }: PipelineParts) {
  const { takes, gives } = artifactsOf[step];
  const project = projects.find(({ name }) => name === step)?.project;
  if (!project) throw new Error(`there is no project for the step ${step}`);
  return {
    name: step,
    action: [
      {
        name: step,
        category: "Build",
        owner: "AWS",
        provider: "CodeBuild",
        version: "1",
        inputArtifacts: takes,
        outputArtifacts: gives,
        configuration: { ProjectName: project.name, PrimarySource: "source" },
      },
    ],
  };
}

function approvalStage(environment: Environment) {
  return {
    name: "approve",
    action: [
      {
        name: "approve",
        category: "Approval",
        owner: "AWS",
        provider: "Manual",
        version: "1",
        configuration: { CustomData: `The log of the plan step tells what would change in ${environment.name}.` },
      },
    ],
  };
}

function createPipelineRole(stack: TerraformStack, environment: Environment, parts: PipelineParts) {
  const { artifacts, key, projects, connection } = parts;
  return createRole(stack, environment, "pipeline", {
    name: named(environment, "pipeline"),
    description: "CodePipeline: passes artifacts on and starts builds",
    trust: trustService("codepipeline.amazonaws.com", environment.accountId),
    statements: [
      {
        sid: "PassArtifacts",
        actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:GetBucketVersioning"],
        resources: [artifacts.arn, `${artifacts.arn}/*`],
      },
      { sid: "EncryptArtifacts", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
      { sid: "ReadSource", actions: ["codestar-connections:UseConnection"], resources: [connection.arn] },
      {
        sid: "StartBuilds",
        actions: ["codebuild:StartBuild", "codebuild:BatchGetBuilds"],
        resources: projects.map(({ project }) => project.arn),
      },
    ],
  });
}
