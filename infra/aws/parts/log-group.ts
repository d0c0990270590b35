import { CloudwatchLogGroup } from "@cdktn/provider-aws/lib/cloudwatch-log-group";
import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../environments/environment";

type LogGroupOptions = { name: string; kind?: "audit"; provider?: AwsProvider };

/** Made by us, because a service that makes its log group itself keeps the logs for ever. */
export function createLogGroup(
  stack: TerraformStack,
  environment: Environment,
  id: string,
  { name, kind, provider }: LogGroupOptions,
): CloudwatchLogGroup {
  const { logDays, auditDays } = environment.retention;
  return new CloudwatchLogGroup(stack, `${id}-logs`, {
    name,
    provider,
    retentionInDays: kind === "audit" ? auditDays : logDays,
  });
}
