import { CodestarconnectionsConnection } from "@cdktn/provider-aws/lib/codestarconnections-connection";
import { type App, TerraformOutput } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createKey } from "../../parts/encryption-key";
import { createPrivateBucket } from "../../parts/private-bucket";
import { bucketName, named, openStack } from "../../parts/stack";
import type { ClusterStack } from "../cluster/cluster";
import type { EdgeStack } from "../edge/edge";
import type { NetworkStack } from "../network/network";
import { createImageRepositories } from "./image-repositories";
import { createPipeline } from "./pipeline";
import { createProjects } from "./projects";

export type DeliveryStack = { pipelineName: string };

/** From a commit to running pods: source → verify → build → plan → approve → deploy → smoke. */
export function createDelivery(
  app: App,
  environment: Environment,
  { network, cluster, edge }: { network: NetworkStack; cluster: ClusterStack; edge: EdgeStack },
): DeliveryStack {
  const stack = openStack(app, environment, "delivery");
  const key = createKey(stack, environment, "delivery", { description: "Artifacts, images and build logs" });
  const repositories = createImageRepositories(stack, environment, key.arn);
  const artifacts = createPrivateBucket(stack, "artifacts", {
    bucket: bucketName(environment, "artifacts"),
    keyArn: key.arn,
    keepOldVersionsDays: 7,
    expireDays: 90,
  });
  // Somebody with rights in GitHub confirms it once in the console (docs/runbook.md).
  const connection = new CodestarconnectionsConnection(stack, "github", {
    name: named(environment, "github"),
    providerType: "GitHub",
  });
  const projects = createProjects(stack, environment, {
    network,
    cluster,
    edge,
    artifacts,
    key,
    repositories,
    connection,
  });
  const pipelineName = createPipeline(stack, environment, { artifacts, key, projects, connection });
  for (const repository of repositories.all) {
    new TerraformOutput(stack, `image_${repository.program}`, { value: repository.url, staticId: true });
  }
  return { pipelineName };
}
