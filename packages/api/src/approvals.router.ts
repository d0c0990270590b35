import {
  approveInput,
  approveManyInput,
  approveManyResult,
  awaitingCounts,
  boxCounts,
  commentInput,
  copiedDraft,
  discardDraftInput,
  documentByIdInput,
  documentFileInput,
  documentPage,
  documentReference,
  documentView,
  lineSuggestion,
  listBoxInput,
  rejectInput,
  revisionList,
  saveDraftInput,
  submitInput,
  suggestLineInput,
  verification,
  withdrawInput,
} from "@erp/contracts/approvals";
import { employeeByIdInput } from "@erp/contracts/employees";
import { fileContent } from "@erp/contracts/files";
import { countAwaiting, countBoxes, listBox } from "@erp/domain/approvals/approvals.boxes.queries";
import { discardDraft, saveDraft, submit } from "@erp/domain/approvals/approvals.drafts.mutations";
import { readDocumentFile } from "@erp/domain/approvals/approvals.files.queries";
import { suggestLine } from "@erp/domain/approvals/approvals.line.queries";
import { approve, approveMany, comment, reject, withdraw } from "@erp/domain/approvals/approvals.mutations";
import { copyDocument, verifyDocument, viewDocument } from "@erp/domain/approvals/approvals.queries";
import { revise } from "@erp/domain/approvals/approvals.revisions.mutations";
import { listRevisions } from "@erp/domain/approvals/approvals.revisions.queries";
import { z } from "zod";
import { permitted, router } from "./trpc";

export const approvalsRouter = router({
  saveDraft: permitted("approvals:draft")
    .input(saveDraftInput)
    .output(documentReference)
    .mutation(({ ctx, input }) => saveDraft(ctx.ctx, input)),
  discardDraft: permitted("approvals:draft")
    .input(discardDraftInput)
    .output(z.void())
    .mutation(({ ctx, input }) => discardDraft(ctx.ctx, input)),
  submit: permitted("approvals:draft")
    .input(submitInput)
    .output(documentView)
    .mutation(({ ctx, input }) => submit(ctx.ctx, input)),
  approve: permitted("approvals:decide")
    .input(approveInput)
    .output(documentView)
    .mutation(({ ctx, input }) => approve(ctx.ctx, input)),
  approveMany: permitted("approvals:decide")
    .input(approveManyInput)
    .output(approveManyResult)
    .mutation(({ ctx, input }) => approveMany(ctx.ctx, input)),
  reject: permitted("approvals:decide")
    .input(rejectInput)
    .output(documentView)
    .mutation(({ ctx, input }) => reject(ctx.ctx, input)),
  withdraw: permitted("approvals:draft")
    .input(withdrawInput)
    .output(documentView)
    .mutation(({ ctx, input }) => withdraw(ctx.ctx, input)),
  comment: permitted("approvals:comment")
    .input(commentInput)
    .output(documentView)
    .mutation(({ ctx, input }) => comment(ctx.ctx, input)),
  document: permitted("approvals:read")
    .input(documentByIdInput)
    .output(documentView)
    .query(({ ctx, input }) => viewDocument(ctx.ctx, input)),
  file: permitted("approvals:read")
    .input(documentFileInput)
    .output(fileContent)
    .query(({ ctx, input }) => readDocumentFile(ctx.ctx, input)),
  list: permitted("approvals:read")
    .input(listBoxInput)
    .output(documentPage)
    .query(({ ctx, input }) => listBox(ctx.ctx, input)),
  counts: permitted("approvals:read")
    .output(boxCounts)
    .query(({ ctx }) => countBoxes(ctx.ctx)),
  awaiting: permitted("approvals:name-substitutes")
    .input(employeeByIdInput)
    .output(awaitingCounts)
    .query(({ ctx, input }) => countAwaiting(ctx.ctx, input)),
  verify: permitted("approvals:read")
    .input(documentByIdInput)
    .output(verification)
    .query(({ ctx, input }) => verifyDocument(ctx.ctx, input)),
  suggestLine: permitted("approvals:draft")
    .input(suggestLineInput)
    .output(lineSuggestion)
    .query(({ ctx, input }) => suggestLine(ctx.ctx, input)),
  revise: permitted("approvals:draft")
    .input(documentByIdInput)
    .output(documentReference)
    .mutation(({ ctx, input }) => revise(ctx.ctx, input)),
  revisions: permitted("approvals:read")
    .input(documentByIdInput)
    .output(revisionList)
    .query(({ ctx, input }) => listRevisions(ctx.ctx, input)),
  copy: permitted("approvals:draft")
    .input(documentByIdInput)
    .output(copiedDraft)
    .query(({ ctx, input }) => copyDocument(ctx.ctx, input)),
});
