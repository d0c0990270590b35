import { CloudwatchLogDelivery } from "@cdktn/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktn/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktn/provider-aws/lib/cloudwatch-log-delivery-source";
import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { createLogGroup } from "../../parts/log-group";
import { named } from "../../parts/stack";

/** Who asked for what. CloudFront hands its logs out in us-east-1 alone; cookies are not among the fields. */
export function deliverAccessLogs(
  stack: TerraformStack,
  environment: Environment,
  global: AwsProvider,
  distributionArn: string,
): void {
  const name = named(environment, "cloudfront");
  const logs = createLogGroup(stack, environment, "cloudfront", {
    name: `/erp/${environment.name}/cloudfront`,
    kind: "audit",
    provider: global,
  });
  const source = new CloudwatchLogDeliverySource(stack, "access-log-source", {
    provider: global,
    name,
    logType: "ACCESS_LOGS",
    resourceArn: distributionArn,
  });
  const destination = new CloudwatchLogDeliveryDestination(stack, "access-log-destination", {
    provider: global,
    name,
    outputFormat: "json",
    deliveryDestinationConfiguration: [{ destinationResourceArn: logs.arn }],
  });
  new CloudwatchLogDelivery(stack, "access-log-delivery", {
    provider: global,
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.arn,
    recordFields: ["date", "time", "c-ip", "cs-method", "cs-uri-stem", "sc-status", "time-taken", "x-edge-request-id"],
  });
}
