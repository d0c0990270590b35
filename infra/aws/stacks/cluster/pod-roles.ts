import type { EksCluster } from "@cdktn/provider-aws/lib/eks-cluster";
import { EksPodIdentityAssociation } from "@cdktn/provider-aws/lib/eks-pod-identity-association";
import type { TerraformStack } from "cdktn";
import { type Environment, REGION } from "../../../environments/environment";
import { accountAdministrators, controllerNamespaces, mailSender, namespaces } from "../../../environments/workloads";
import { createRole, type Statement, trustPods } from "../../parts/iam";
import { named } from "../../parts/stack";
import type { DataStack } from "../data/data";
import type { IdentityStack } from "../identity/identity";

/** Exactly the calls of packages/identity/src/accounts.ts; a test compares the two. */
export const accountActions = [
  "cognito-idp:AdminCreateUser",
  "cognito-idp:AdminDeleteUser",
  "cognito-idp:AdminDisableUser",
  "cognito-idp:AdminEnableUser",
  "cognito-idp:AdminGetUser",
  "cognito-idp:AdminSetUserPassword",
  "cognito-idp:AdminUpdateUserAttributes",
];

type PodRole = { namespace: string; serviceAccount: string; description: string; statements: Statement[] };

/** One role per controller and per workload that calls AWS, for one service account each. */
export function createPodRoles(
  stack: TerraformStack,
  environment: Environment,
  cluster: EksCluster,
  { identity, data }: { identity: IdentityStack; data: DataStack },
): void {
  const roles = [
    ...controllerRoles(environment, data),
    ...accountRoles(identity.pool.arn),
    mailRole(identity.mail.arn),
  ];
  for (const { namespace, serviceAccount, description, statements } of roles) {
    const role = createRole(stack, environment, `pods-${serviceAccount}`, {
      name: named(environment, `pods-${serviceAccount}`),
      description,
      trust: trustPods(),
      statements,
    });
    new EksPodIdentityAssociation(stack, `pods-${serviceAccount}`, {
      clusterName: cluster.name,
      namespace,
      serviceAccount,
      roleArn: role.arn,
    });
  }
}

function accountRoles(poolArn: string): PodRole[] {
  return accountAdministrators.map((serviceAccount) => ({
    namespace: namespaces.app,
    serviceAccount,
    description: `${serviceAccount}: accounts of people`,
    statements: [{ sid: "AdministerAccounts", actions: accountActions, resources: [poolArn] }],
  }));
}

function mailRole(mailIdentityArn: string): PodRole {
  return {
    namespace: namespaces.app,
    serviceAccount: mailSender,
    description: `${mailSender}: mails of notifications`,
    statements: [{ sid: "SendMail", actions: ["ses:SendEmail"], resources: [mailIdentityArn] }],
  };
}

function controllerRoles(environment: Environment, data: DataStack): PodRole[] {
  const { accountId } = environment;
  return [
    {
      namespace: controllerNamespaces.externalSecrets,
      serviceAccount: "external-secrets",
      description: "External Secrets: reads the product's secrets",
      statements: [
        {
          sid: "ReadSecrets",
          actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          resources: data.secretArns,
        },
        { sid: "DecryptSecrets", actions: ["kms:Decrypt"], resources: [data.keyArn] },
      ],
    },
    {
      namespace: "kube-system",
      serviceAccount: "aws-load-balancer-controller",
      description: "Load Balancer Controller: binds pods to the target groups of the edge stack",
      statements: loadBalancerStatements(environment),
    },
    {
      namespace: namespaces.monitoring,
      serviceAccount: "collector",
      description: "OpenTelemetry collector: metrics to Prometheus, traces to X-Ray",
      statements: [
        {
          sid: "WriteMetrics",
          actions: ["aps:RemoteWrite"],
          resources: [`arn:aws:aps:${REGION}:${accountId}:workspace/*`],
        },
        // X-Ray knows no resources.
        { sid: "WriteTraces", actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] },
      ],
    },
  ];
}

/** Much less than the controller's own policy: load balancer, listeners and rules belong to Terraform. */
function loadBalancerStatements(environment: Environment): Statement[] {
  const { accountId } = environment;
  const targetGroups = `arn:aws:elasticloadbalancing:${REGION}:${accountId}:targetgroup/${named(environment, "*")}/*`;
  return [
    {
      sid: "RegisterPods",
      actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
      resources: [targetGroups],
    },
    {
      // Describing knows no resources.
      sid: "LookAround",
      actions: [
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "ec2:DescribeInstances",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "ec2:DescribeAvailabilityZones",
      ],
      resources: ["*"],
    },
  ];
}
