import { changeLineRuleInput, lineRuleList, lineRuleView } from "@erp/contracts/line-rules";
import { changeLineRule } from "@erp/domain/approvals/approvals.line-rules.mutations";
import { listLineRules } from "@erp/domain/approvals/approvals.line-rules.queries";
import { permitted, router } from "./trpc";

/** Who has to sign the documents of each form. What a drafter needs of it is in `approvals.suggestLine`. */
export const lineRulesRouter = router({
  list: permitted("line-rules:manage")
    .output(lineRuleList)
    .query(({ ctx }) => listLineRules(ctx.ctx)),
  change: permitted("line-rules:manage")
    .input(changeLineRuleInput)
    .output(lineRuleView)
    .mutation(({ ctx, input }) => changeLineRule(ctx.ctx, input)),
});
