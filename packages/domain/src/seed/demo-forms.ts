import { approvalForms } from "@erp/db/mysql/entities/approval-forms";
import { createForm } from "../approvals/approvals.templates.mutations";
import type { Ctx } from "../context";
import { purchaseForm } from "./demo-forms.data";
import { type Cast, openStage } from "./demo-stage";

const HR = "jimin.han";
/** Before the first document that is written on it. */
const MADE_DAYS_AGO = 60;

/** The form that HR has made for the company. One that is there already stays as it is. */
export async function loadDemoForms(ctx: Ctx, cast: Cast): Promise<void> {
  const code = purchaseForm.formCode;
  if (await ctx.mysql.manager.existsBy(approvalForms, { code })) return;
  await createForm(openStage(ctx, cast, MADE_DAYS_AGO, 0).as(HR), purchaseForm);
}
