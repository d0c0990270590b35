import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { stackNames } from "../aws/parts/stack";
import { addons } from "../aws/stacks/cluster/addons";
import { stepNames } from "../aws/stacks/delivery/steps";
import { infraRoot, repoRoot } from "../commands/output";
import { PLAN_FILE } from "../commands/plan";
import { controllerNamespaces } from "../environments/workloads";
import { chartNames } from "../k8s/app";
import { resourcesOf, synthesize } from "../testing/synthesized";

const folder = join(infraRoot, "pipeline");
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const scripts = readdirSync(join(folder, "scripts")).sort();

type Buildspec = {
  version: number;
  env: { shell: string; variables?: Record<string, string> };
  phases: Record<string, { commands?: string[]; "runtime-versions"?: Record<string, number> }>;
};
const buildspecs = stepNames.map((name) => ({ name, spec: parse(read(`buildspecs/${name}.yml`)) as Buildspec }));
const commandsOf = ({ phases }: Buildspec) => Object.values(phases).flatMap(({ commands = [] }) => commands);

/** Where CodeBuild's images have a Chromium. */
const browserOf: Record<string, string> = { "aws/codebuild/standard:7.0": "/usr/local/bin/chromium" };
const projectOf = (step: string) =>
  resourcesOf(synthesize("prod"), "aws_codebuild_project").find(({ id }) => id === `${step}-project`)?.values ?? {};

describe("buildspecs", () => {
  it("verify runs the project's own test command", () => {
    const verify = buildspecs.find(({ name }) => name === "verify");
    expect(verify?.spec.phases.build?.commands).toEqual(["npm test"]);
  });

  it("verify brings what its image lacks: a browser's place, and letters for the portal's language", () => {
    const verify = buildspecs.find(({ name }) => name === "verify");
    const image = String((projectOf("verify").environment as { image: string }).image);
    // Ubuntu 22.04 has Chromium as a snap alone; CodeBuild's image links its own there.
    expect(verify?.spec.env.variables?.CHROMIUM_PATH).toBe(browserOf[image]);
    // With a browser given, the tests' own installation leaves out the letters, too.
    expect(verify && commandsOf(verify.spec).join("\n")).toMatch(/apt-get install .*\bfonts-noto-cjk\b/);
  });

  it.each(buildspecs)("$name is of version 0.2 and runs in bash", ({ spec }) => {
    expect(spec).toMatchObject({ version: 0.2, env: { shell: "bash" } });
  });

  it.each(buildspecs)(
    "$name downloads nothing by itself, and names only scripts and commands that are there",
    ({ spec }) => {
      const { scripts: known } = JSON.parse(readFileSync(join(repoRoot, "package.json"), "utf8"));
      for (const command of commandsOf(spec)) {
        expect(command).not.toMatch(/curl|wget|latest|npx/);
        const [script] = command.match(/^infra\/pipeline\/scripts\/([\w-]+\.sh)/)?.slice(1) ?? [];
        const [npm] = command.match(/^npm run ([\w:]+)/)?.slice(1) ?? [];
        if (script) expect(scripts).toContain(script);
        if (npm) expect(Object.keys(known)).toContain(npm);
      }
    },
  );

  it("asks for tools that are pinned by version and checksum", () => {
    const tools = JSON.parse(read("tools.json")) as { name: string; version: string; url: string; sha256: string }[];
    for (const { version, url, sha256 } of tools) {
      expect(url).toMatch(/^https:\/\//);
      expect(url).toContain(version);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    const wanted = buildspecs.flatMap(({ spec }) =>
      commandsOf(spec).flatMap((command) => command.match(/install-tools\.sh (.*)/)?.[1]?.split(" ") ?? []),
    );
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted));
  });
});

describe("scripts", () => {
  it.each(scripts)("%s stops at the first mistake, and can be run", (script) => {
    expect(read(`scripts/${script}`)).toMatch(/^#!\/usr\/bin\/env bash\n[\s\S]*\nset -euo pipefail\n/);
    expect(() => accessSync(join(folder, "scripts", script), constants.X_OK)).not.toThrow();
    expect(spawnSync("bash", ["-n", join(folder, "scripts", script)]).status).toBe(0);
  });

  it("applies the stacks in their order, from the planning step's files", () => {
    const script = read("scripts/apply-plans.sh");
    expect(script).toContain(`order=(${stackNames.join(" ")})`);
    expect(script).toContain(PLAN_FILE);
  });

  it("applies every chart, and undoes what does not come up", () => {
    const script = read("scripts/deploy.sh");
    for (const chart of chartNames) expect(script).toMatch(new RegExp(`\\b${chart}\\b`));
    for (const step of ["--dry-run=server", "rollout status", "rollout undo", "cosign verify"])
      expect(script).toContain(step);
  });

  it("secrets are copied anew and the former migration is gone before migrations run", () => {
    const script = read("scripts/deploy.sh");
    const migrates = script.indexOf("apply migrate");
    for (const step of ["force-sync", "count_late)", "delete job --selector app.kubernetes.io/name=migrate"]) {
      expect(script).toContain(step);
      expect(script.indexOf(step)).toBeLessThan(migrates);
    }
  });

  it("a commit that is released once more gets a tag of its own", () => {
    const tag = read("scripts/build-images.sh").match(/^tag=.*$/m)?.[0];
    expect(tag).toContain("$CODEBUILD_BUILD_NUMBER");
  });

  it("images are scanned, listed and signed before anybody can deploy them", () => {
    const script = read("scripts/build-images.sh");
    for (const step of ["refuse_critical", "syft scan", "cosign sign", "cosign attest"]) expect(script).toContain(step);
  });

  const shellcheck = spawnSync("shellcheck", ["--version"]);
  it.skipIf(shellcheck.status !== 0)(
    shellcheck.status === 0 ? "shellcheck finds nothing" : "SKIPPED: no shellcheck on this machine",
    () => {
      const { status, stdout } = spawnSync(
        "shellcheck",
        scripts.map((script) => join(folder, "scripts", script)),
        { encoding: "utf8" },
      );
      expect(status, stdout).toBe(0);
    },
  );
});

describe("rights of the steps", () => {
  const policyOf = (step: string) =>
    String(
      resourcesOf(synthesize("prod"), "aws_iam_role_policy").find(({ id }) => id === `step-${step}-policy`)?.values
        .policy,
    );

  it("the build may ask the registry what its script asks", () => {
    const rightOf: Record<string, string> = {
      "get-login-password": "ecr:GetAuthorizationToken",
      "image-scan-complete": "ecr:DescribeImageScanFindings",
      "describe-image-scan-findings": "ecr:DescribeImageScanFindings",
    };
    const asked = [...read("scripts/build-images.sh").matchAll(/aws ecr (?:wait )?([\w-]+)/g)].map(
      ([, call = ""]) => call,
    );
    expect(asked.length).toBeGreaterThan(2);
    for (const call of asked) expect(policyOf("build"), call).toContain(rightOf[call] ?? `a right for ${call}`);
  });

  it("the deployment asks AWS nothing that PowerUserAccess leaves out", () => {
    const powers = resourcesOf(synthesize("prod"), "aws_iam_role_policy_attachment").map(({ id }) => id);
    expect(powers).toContain("step-deploy-PowerUserAccess");
    const asked = ["deploy.sh", "install-controllers.sh"].flatMap((script) =>
      [...read(`scripts/${script}`).matchAll(/\baws ([\w-]+) [\w-]+/g)].map(([, service = ""]) => service),
    );
    expect(asked).toEqual(expect.arrayContaining(["eks", "ecr"]));
    for (const service of asked) expect(["iam", "organizations", "account"]).not.toContain(service);
  });

  it("the plan may read states and secrets, which ReadOnlyAccess leaves out", () => {
    for (const right of ["kms:Decrypt", "secretsmanager:GetSecretValue", "secretsmanager:GetRandomPassword"])
      expect(policyOf("plan")).toContain(right);
  });
});

describe("the boundary", () => {
  const [boundary] = resourcesOf(synthesize("prod"), "aws_iam_policy");
  type Statement = { Sid: string; Effect: string; Action: string[]; Resource: string[]; NotAction?: string[] };
  const statementsOf = (policy: unknown) => (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;

  it("leaves rights over rights out, and is made before any role", () => {
    expect(boundary?.stack).toBe(stackNames[0]);
    expect(statementsOf(boundary?.values.policy).flatMap(({ NotAction = [] }) => NotAction)).toContain("iam:*");
    const roles = resourcesOf(synthesize("prod"), "aws_iam_role").filter(({ id }) => !id.startsWith("step-"));
    for (const { values } of roles)
      expect(String(values.permissions_boundary)).toMatch(new RegExp(`:policy/${boundary?.values.name}$`));
  });

  it("cannot be moved by the deploying step, nor can the steps' own roles be changed", () => {
    const policy = resourcesOf(synthesize("prod"), "aws_iam_role_policy").find(({ id }) => id === "step-deploy-policy");
    const denied = statementsOf(policy?.values.policy).filter(({ Effect }) => Effect === "Deny");
    const deniedOn = (name: string) =>
      denied.filter(({ Resource }) => Resource.some((each) => each.endsWith(name))).flatMap(({ Action }) => Action);
    expect(deniedOn("role/erp-prod-step-*")).toEqual(
      expect.arrayContaining(["iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"]),
    );
    expect(deniedOn("role/erp-prod-*")).toContain("iam:DeleteRolePermissionsBoundary");
    expect(deniedOn("policy/erp-prod-boundary")).toEqual(
      expect.arrayContaining(["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:DeletePolicy"]),
    );
  });
});

describe("controllers", () => {
  type Controller = { name: string; version: string; namespace: string; values: string[] };
  const controllers = JSON.parse(read("controllers.json")) as Controller[];

  it("are pinned, in the minor versions that were chosen", () => {
    const versions = Object.fromEntries(controllers.map(({ name, version }) => [name, version]));
    expect(versions).toEqual({
      "aws-load-balancer-controller": expect.stringMatching(/^3\.4\.\d+$/),
      "external-secrets": expect.stringMatching(/^2\.8\.\d+$/),
      keda: expect.stringMatching(/^2\.21\.\d+$/),
      strimzi: expect.stringMatching(/^1\.2\.\d+$/),
    });
  });

  it("stand where policies and roles expect them", () => {
    const namespaces = controllers.map(({ namespace }) => namespace);
    expect(namespaces).toEqual(expect.arrayContaining(Object.values(controllerNamespaces)));
    const accounts = [
      ...controllers.flatMap(({ values }) => values.map((value) => value.match(/^serviceAccount\.name=(.+)$/)?.[1])),
      ...addons.map(({ serviceAccount }) => serviceAccount),
    ];
    const associated = resourcesOf(synthesize("prod"), "aws_eks_pod_identity_association")
      .filter(({ values }) => !String(values.namespace).startsWith("erp"))
      .map(({ values }) => values.service_account);
    expect(accounts).toEqual(expect.arrayContaining(associated));
  });
});

describe("CodePipeline", () => {
  const { resources } = synthesize("prod");
  const [pipeline] = resourcesOf({ resources }, "aws_codepipeline");
  type Stage = {
    name: string;
    action: { provider: string; input_artifacts?: string[]; output_artifacts?: string[] }[];
  };
  const stages = pipeline?.values.stage as Stage[];

  it("is V2: source, verify, build, plan, approve, deploy, smoke", () => {
    expect(pipeline?.values.pipeline_type).toBe("V2");
    expect(stages.map(({ name }) => name)).toEqual(["source", "verify", "build", "plan", "approve", "deploy", "smoke"]);
  });

  it("asks a person between plan and deploy, and deploys what was planned and built", () => {
    const [approve, deploy] = ["approve", "deploy"].map(
      (name) => stages.find((stage) => stage.name === name)?.action[0],
    );
    expect(approve?.provider).toBe("Manual");
    expect(deploy?.input_artifacts).toEqual(["source", "images", "plans"]);
  });

  it("takes nothing that no earlier stage gave", () => {
    const given = new Set<string>();
    for (const { input_artifacts = [], output_artifacts = [] } of stages.flatMap(({ action }) => action)) {
      for (const artifact of input_artifacts) expect(given).toContain(artifact);
      for (const artifact of output_artifacts) given.add(artifact);
    }
  });

  it("each step runs in a role of its own, and only the deploying one may change anything", () => {
    const roles = resourcesOf({ resources }, "aws_codebuild_project").map(({ values }) => values.service_role);
    expect(new Set(roles).size).toBe(stepNames.length);
    const powers = resourcesOf({ resources }, "aws_iam_role_policy_attachment").filter(({ values }) =>
      String(values.policy_arn).endsWith("PowerUserAccess"),
    );
    expect(powers.map(({ id }) => id)).toEqual(["step-deploy-PowerUserAccess"]);
  });
});
