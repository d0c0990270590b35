import { BudgetsBudget } from "@cdktn/provider-aws/lib/budgets-budget";
import type { TerraformStack } from "cdktn";
import type { Environment } from "../../../environments/environment";
import { named } from "../../parts/stack";

/** People hear of it when most of the month's money is spent, and when it will be by the month's end. */
export function createBudget(stack: TerraformStack, environment: Environment, topicArn: string): void {
  const tell = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    comparisonOperator: "GREATER_THAN",
    notificationType,
    threshold,
    thresholdType: "PERCENTAGE",
    subscriberSnsTopicArns: [topicArn],
  });
  new BudgetsBudget(stack, "budget", {
    name: named(environment, "monthly"),
    budgetType: "COST",
    limitAmount: String(environment.budgetUsd),
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notification: [tell("ACTUAL", 80), tell("FORECASTED", 100)],
  });
}
