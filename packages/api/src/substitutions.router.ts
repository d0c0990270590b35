import {
  endSubstitutionInput,
  listSubstitutionsInput,
  nameSubstituteInput,
  substitutions,
  substitutionView,
} from "@erp/contracts/substitutions";
import { endSubstitution, nameSubstitute } from "@erp/domain/approvals/approvals.substitutions.mutations";
import { listSubstitutions } from "@erp/domain/approvals/approvals.substitutions.queries";
import { permitted, router } from "./trpc";

export const substitutionsRouter = router({
  list: permitted("approvals:decide")
    .input(listSubstitutionsInput)
    .output(substitutions)
    .query(({ ctx, input }) => listSubstitutions(ctx.ctx, input)),
  name: permitted("approvals:decide")
    .input(nameSubstituteInput)
    .output(substitutionView)
    .mutation(({ ctx, input }) => nameSubstitute(ctx.ctx, input)),
  end: permitted("approvals:decide")
    .input(endSubstitutionInput)
    .output(substitutionView)
    .mutation(({ ctx, input }) => endSubstitution(ctx.ctx, input)),
});
