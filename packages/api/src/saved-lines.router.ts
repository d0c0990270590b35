import { renameSavedLineInput, savedLineByIdInput, savedLines, saveLineInput } from "@erp/contracts/saved-lines";
import { removeSavedLine, renameSavedLine, saveLine } from "@erp/domain/approvals/approvals.saved-lines.mutations";
import { listSavedLines } from "@erp/domain/approvals/approvals.saved-lines.queries";
import { permitted, router } from "./trpc";

/** Each change answers with the lines as they are then. */
export const savedLinesRouter = router({
  list: permitted("approvals:draft")
    .output(savedLines)
    .query(({ ctx }) => listSavedLines(ctx.ctx)),
  save: permitted("approvals:draft")
    .input(saveLineInput)
    .output(savedLines)
    .mutation(({ ctx, input }) => saveLine(ctx.ctx, input)),
  rename: permitted("approvals:draft")
    .input(renameSavedLineInput)
    .output(savedLines)
    .mutation(({ ctx, input }) => renameSavedLine(ctx.ctx, input)),
  remove: permitted("approvals:draft")
    .input(savedLineByIdInput)
    .output(savedLines)
    .mutation(({ ctx, input }) => removeSavedLine(ctx.ctx, input)),
});
