import { type Environment, REGION } from "../../../environments/environment";
import { boundaryArn, type Statement } from "../../parts/iam";
import { named, secretName, stateBucketName } from "../../parts/stack";
import type { ProjectParts } from "./projects";
import type { StepName } from "./steps";

type Rights = { managedPolicies?: string[]; statements: Statement[] };

/** What a step's role may do. Beyond the common part: build pushes and signs, plan reads, deploy changes, smoke nothing. */
export function rightsOf(step: StepName, environment: Environment, parts: ProjectParts, logsArn: string): Rights {
  const common = commonStatements(environment, parts, logsArn);
  if (step === "build") return { statements: [...common, ...pushStatements(parts)] };
  if (step === "plan") {
    const reading = [stateStatement(environment, "read"), ...secretStatements(environment)];
    return { managedPolicies: ["ReadOnlyAccess"], statements: [...common, ...reading] };
  }
  if (step !== "deploy") return { statements: common };
  return {
    // Terraform makes the whole of it. People see the plan before this step runs, and nothing else may assume the role.
    managedPolicies: ["PowerUserAccess"],
    statements: [...common, stateStatement(environment, "write"), ...roleStatements(environment)],
  };
}

function commonStatements(environment: Environment, { artifacts, key, connection }: ProjectParts, logsArn: string) {
  const statements: Statement[] = [
    { sid: "WriteLogs", actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [`${logsArn}:*`] },
    {
      sid: "PassArtifacts",
      actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      resources: [`${artifacts.arn}/*`],
    },
    { sid: "EncryptArtifacts", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
    { sid: "Clone", actions: ["codestar-connections:UseConnection"], resources: [connection.arn] },
    {
      sid: "ReportTests",
      actions: ["codebuild:CreateReportGroup", "codebuild:CreateReport", "codebuild:UpdateReport"],
      resources: [`arn:aws:codebuild:${REGION}:${environment.accountId}:report-group/${named(environment, "*")}`],
    },
  ];
  return statements;
}

function pushStatements({ repositories }: ProjectParts): Statement[] {
  return [
    // Signing in to the registry knows no resources.
    { sid: "SignIn", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "Push",
      actions: [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImageScanFindings",
        "ecr:DescribeImages",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      resources: repositories.all.map(({ arn }) => arn),
    },
    {
      sid: "SignImages",
      actions: ["kms:Sign", "kms:GetPublicKey", "kms:DescribeKey"],
      resources: [repositories.signingKey.arn],
    },
  ];
}

function stateStatement(environment: Environment, access: "read" | "write"): Statement {
  const bucket = `arn:aws:s3:::${stateBucketName(environment)}`;
  // A plan takes the lock too, which is a file beside the state.
  const writing = access === "write" ? [`${bucket}/*`] : [`${bucket}/*.tflock`];
  return { sid: "KeepState", actions: ["s3:PutObject", "s3:DeleteObject"], resources: writing };
}

/** A plan compares what lies in states and secrets, and ReadOnlyAccess opens neither. */
function secretStatements(environment: Environment): Statement[] {
  const owned = `${REGION}:${environment.accountId}`;
  const keys = ["state", "data"].map((what) => `alias/${named(environment, what)}`);
  return [
    {
      sid: "UnlockStatesAndSecrets",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [`arn:aws:kms:${owned}:key/*`],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keys } },
    },
    {
      sid: "CompareSecrets",
      actions: ["secretsmanager:GetSecretValue"],
      resources: [`arn:aws:secretsmanager:${owned}:secret:${secretName(environment, "*")}`],
    },
    // Where generated secrets come from; it reads nothing, and knows no resources.
    { sid: "Generate", actions: ["secretsmanager:GetRandomPassword"], resources: ["*"] },
  ];
}

/**
 * PowerUserAccess leaves IAM out. Roles of this environment alone, and rights only for those within the boundary: a role
 * beyond it could be given everything and be passed on. The steps' own have none, so an administrator changes those.
 */
function roleStatements(environment: Environment): Statement[] {
  const { accountId } = environment;
  const roles = `arn:aws:iam::${accountId}:role/${named(environment, "*")}`;
  const boundary = boundaryArn(environment);
  const ownRoles = `arn:aws:iam::${accountId}:role/${named(environment, "step-*")}`;
  return [
    {
      sid: "ManageRoles",
      actions: [
        "iam:DeleteRole",
        "iam:UpdateRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PassRole",
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListRolePolicies",
        "iam:ListAttachedRolePolicies",
        "iam:ListInstanceProfilesForRole",
      ],
      resources: [roles],
    },
    {
      sid: "GiveRightsWithinBoundary",
      actions: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:AttachRolePolicy"],
      resources: [roles],
      conditions: { StringEquals: { "iam:PermissionsBoundary": boundary } },
    },
    // A plan looks at it, too.
    {
      sid: "ReadBoundary",
      actions: ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListPolicyVersions"],
      resources: [boundary],
    },
    {
      sid: "NeverItself",
      effect: "Deny",
      actions: [
        "iam:PutRolePolicy",
        "iam:AttachRolePolicy",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:DeleteRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:PutRolePermissionsBoundary",
      ],
      resources: [ownRoles],
    },
    {
      sid: "NeverWithoutBoundary",
      effect: "Deny",
      actions: ["iam:DeleteRolePermissionsBoundary"],
      resources: [roles],
    },
    {
      sid: "NeverItsPolicy",
      effect: "Deny",
      actions: [
        "iam:CreatePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:DeletePolicyVersion",
        "iam:DeletePolicy",
      ],
      resources: [boundary],
    },
  ];
}
