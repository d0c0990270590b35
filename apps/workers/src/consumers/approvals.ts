import { approvalReactions } from "@erp/domain/approvals/approvals.reactions";
import { substitutionReactions } from "@erp/domain/approvals/approvals.substitutions.reactions";
import { defineConsumer } from "../define-consumer";

/** Advances documents after decisions, keeps the approvers' queues, signals the people concerned. */
export const approvalsConsumer = defineConsumer({
  group: "approvals",
  on: { ...approvalReactions, ...substitutionReactions },
});
