import type { AwsProvider } from "@cdktn/provider-aws/lib/provider";
import { SnsTopic } from "@cdktn/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktn/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktn/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { policyDocument } from "../../parts/iam";
import { named } from "../../parts/stack";

/** An alarm can only tell a topic of its own region, so there is one for CloudFront's. */
export type Topics = { local: SnsTopic; global: SnsTopic };

const tellers = ["cloudwatch.amazonaws.com", "aps.amazonaws.com", "budgets.amazonaws.com"];

export function createTopics(
  stack: TerraformStack,
  environment: Environment,
  { keyArn, globalKeyArn, global }: { keyArn: string; globalKeyArn: string; global: AwsProvider },
): Topics {
  return {
    local: createTopic(stack, environment, "alarms", { kmsMasterKeyId: keyArn }),
    global: createTopic(stack, environment, "global-alarms", { kmsMasterKeyId: globalKeyArn, provider: global }),
  };
}

function createTopic(
  stack: TerraformStack,
  environment: Environment,
  id: string,
  { kmsMasterKeyId, provider }: { kmsMasterKeyId: string; provider?: AwsProvider },
): SnsTopic {
  const topic = new SnsTopic(stack, id, { name: named(environment, id), kmsMasterKeyId, provider });
  new SnsTopicPolicy(stack, `${id}-policy`, {
    provider,
    arn: topic.arn,
    policy: policyDocument([
      {
        sid: "TellPeople",
        principals: { Service: tellers },
        actions: ["sns:Publish"],
        resources: [topic.arn],
        conditions: { StringEquals: { "aws:SourceAccount": environment.accountId } },
      },
    ]),
  });
  new SnsTopicSubscription(stack, `${id}-mail`, {
    provider,
    topicArn: topic.arn,
    protocol: "email",
    endpoint: environment.alarms.email,
  });
  return topic;
}
