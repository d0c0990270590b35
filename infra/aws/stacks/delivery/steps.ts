/** The steps that CodeBuild runs, in order. Each has a buildspec of its name in `infra/pipeline/buildspecs`. */
export const stepNames = ["verify", "build", "plan", "deploy", "smoke"] as const;
export type StepName = (typeof stepNames)[number];

type Machine = { type: string; image: string; size: string };

const ubuntu: Machine = {
  type: "LINUX_CONTAINER",
  image: "aws/codebuild/standard:7.0",
  size: "BUILD_GENERAL1_LARGE",
};
/** Nodes are Graviton, so images are built where they run. */
const arm: Machine = {
  type: "ARM_CONTAINER",
  image: "aws/codebuild/amazonlinux-aarch64-standard:3.0",
  size: "BUILD_GENERAL1_LARGE",
};
const small = { ...arm, size: "BUILD_GENERAL1_SMALL" };

export type Step = {
  name: StepName;
  purpose: string;
  machine: Machine;
  timeoutMinutes: number;
  needsDocker: boolean;
  isInVpc: boolean;
};

export const steps: readonly Step[] = [
  {
    name: "verify",
    purpose: "the project's own test command, with real servers",
    machine: ubuntu,
    timeoutMinutes: 60,
    needsDocker: true,
    isInVpc: false,
  },
  {
    name: "build",
    purpose: "images by digest, scanned, listed, signed",
    machine: arm,
    timeoutMinutes: 45,
    needsDocker: true,
    isInVpc: false,
  },
  {
    name: "plan",
    purpose: "what Terraform and kubectl would change, for the approver",
    machine: small,
    timeoutMinutes: 30,
    needsDocker: false,
    isInVpc: false,
  },
  {
    name: "deploy",
    purpose: "the approved plan, migrations, manifests; undone when pods do not come up",
    machine: small,
    timeoutMinutes: 60,
    needsDocker: false,
    isInVpc: true,
  },
  {
    name: "smoke",
    purpose: "asks the portal from outside",
    machine: small,
    timeoutMinutes: 10,
    needsDocker: false,
    isInVpc: false,
  },
];
