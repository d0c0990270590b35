import { changeFormInput, createFormInput, formByCodeInput, ownFormList, ownFormView } from "@erp/contracts/forms";
import { changeForm, createForm, offerForm, retireForm } from "@erp/domain/approvals/approvals.templates.mutations";
import { listForms } from "@erp/domain/approvals/approvals.templates.queries";
import { permitted, router } from "./trpc";

/** The forms of HR's own; the built-in ones are known to everybody from the contracts. */
export const formsRouter = router({
  list: permitted("approvals:read")
    .output(ownFormList)
    .query(({ ctx }) => listForms(ctx.ctx)),
  create: permitted("forms:manage")
    .input(createFormInput)
    .output(ownFormView)
    .mutation(({ ctx, input }) => createForm(ctx.ctx, input)),
  change: permitted("forms:manage")
    .input(changeFormInput)
    .output(ownFormView)
    .mutation(({ ctx, input }) => changeForm(ctx.ctx, input)),
  retire: permitted("forms:manage")
    .input(formByCodeInput)
    .output(ownFormView)
    .mutation(({ ctx, input }) => retireForm(ctx.ctx, input)),
  offer: permitted("forms:manage")
    .input(formByCodeInput)
    .output(ownFormView)
    .mutation(({ ctx, input }) => offerForm(ctx.ctx, input)),
});
