import { type App, TerraformOutput } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createKey } from "../../parts/encryption-key";
import { named, openGlobalProvider, openStack } from "../../parts/stack";
import type { ClusterStack } from "../cluster/cluster";
import type { DataStack } from "../data/data";
import type { EdgeStack } from "../edge/edge";
import { createCloudAlarms } from "./alarms";
import { createBudget } from "./budget";
import { createPrometheus } from "./prometheus";
import { createTopics } from "./topics";

/** Who is told what when. The programs' metrics go to Prometheus, AWS's own stay in CloudWatch; both tell one topic. */
export function createObservability(
  app: App,
  environment: Environment,
  { cluster, data, edge }: { cluster: ClusterStack; data: DataStack; edge: EdgeStack },
): void {
  const stack = openStack(app, environment, "observability");
  const global = openGlobalProvider(stack, environment, "observability");
  const key = createKey(stack, environment, "alarms", {
    description: "Alarms on their way to people, and the programs' metrics",
    services: ["cloudwatch.amazonaws.com", "aps.amazonaws.com", "budgets.amazonaws.com", "sns.amazonaws.com"],
  });
  // CloudWatch may not use the key that AWS keeps for SNS.
  const globalKey = createKey(stack, environment, "global-alarms", {
    description: "CloudFront's alarms on their way to people",
    services: ["cloudwatch.amazonaws.com"],
    provider: global,
  });
  const topics = createTopics(stack, environment, { keyArn: key.arn, globalKeyArn: globalKey.arn, global });
  const workspace = createPrometheus(stack, environment, { topicArn: topics.local.arn, keyArn: key.arn });
  createCloudAlarms(stack, environment, {
    topics,
    global,
    names: {
      cluster: cluster.cluster.name,
      database: data.database.identifier,
      cacheNode: `${named(environment, "valkey")}-001`,
      distribution: edge.distribution.id,
    },
  });
  createBudget(stack, environment, topics.local.arn);
  new TerraformOutput(stack, "metrics_url", { value: workspace.prometheusEndpoint, staticId: true });
}
