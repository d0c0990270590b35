import type { FormField, OwnFormCode } from "@erp/contracts/approval-forms";
import type { ChangeFormInput, CreateFormInput, FormByCodeInput, OwnFormView } from "@erp/contracts/forms";
import { type ApprovalFormVersionRow, approvalFormVersions } from "@erp/db/mysql/entities/approval-form-versions";
import { type ApprovalFormRow, approvalForms } from "@erp/db/mysql/entities/approval-forms";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import type { EmployeeActor } from "../actor";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { findForm } from "./approvals.templates.queries";
import { keyedFields } from "./approvals.templates.rules";

/** Makes a form of HR's own and offers it. Throws `form.code-taken`. */
export async function createForm(ctx: Ctx, input: CreateFormInput): Promise<OwnFormView> {
  const actor = authorize(ctx, "forms:manage");
  const { formCode: code } = input;
  const first = versionOf(ctx, actor, { ...input, version: 1 }, []);
  await inTransaction(ctx, async (tx) => {
    await tx.insert(approvalForms, { code, version: 1, isOffered: true });
    await tx.insert(approvalFormVersions, first);
    await recordAudit(ctx, tx, "form.created", code, wordsOf(first));
  }).catch((error: unknown) => {
    throw isDuplicateKey(error) ? new DomainError("form.code-taken", {}, { formCode: "form.code-taken" }) : error;
  });
  return findForm(ctx, code);
}

/**
 * Stores the form's next version, which documents begun from now on are written on; those under way and drafts stay on
 * theirs. Throws `form.not-found`, or `form.changed-meanwhile` when the form is not at the version the change was made from.
 */
export async function changeForm(ctx: Ctx, input: ChangeFormInput): Promise<OwnFormView> {
  const actor = authorize(ctx, "forms:manage");
  const { formCode: code, version } = input;
  await inTransaction(ctx, async (tx) => {
    const form = await lockForm(tx, code);
    if (form.version !== version) throw new DomainError("form.changed-meanwhile");
    const before = await tx.findOneByOrFail(approvalFormVersions, { code, version });
    const after = versionOf(ctx, actor, { ...input, version: version + 1 }, fieldsOf(before));
    await tx.insert(approvalFormVersions, after);
    await tx.update(approvalForms, { code }, { version: after.version });
    await recordAudit(ctx, tx, "form.changed", code, { before: wordsOf(before), after: wordsOf(after) });
  });
  return findForm(ctx, code);
}

/** Documents can be begun on it again. Throws `form.not-found`. */
export async function offerForm(ctx: Ctx, { formCode }: FormByCodeInput): Promise<OwnFormView> {
  return setOffered(ctx, formCode, true);
}

/** No document is submitted on it any more; those under way go on. Throws `form.not-found`. */
export async function retireForm(ctx: Ctx, { formCode }: FormByCodeInput): Promise<OwnFormView> {
  return setOffered(ctx, formCode, false);
}

async function setOffered(ctx: Ctx, code: OwnFormCode, isOffered: boolean): Promise<OwnFormView> {
  authorize(ctx, "forms:manage");
  await inTransaction(ctx, async (tx) => {
    const form = await lockForm(tx, code);
    if (form.isOffered === isOffered) return;
    await tx.update(approvalForms, { code }, { isOffered });
    await recordAudit(ctx, tx, isOffered ? "form.offered" : "form.retired", code);
  });
  return findForm(ctx, code);
}

/** Of two who change a form at once, one waits here and then sees the other's version. */
async function lockForm(tx: Tx, code: OwnFormCode): Promise<ApprovalFormRow> {
  const form = await tx.findOne(approvalForms, { where: { code }, lock: { mode: "pessimistic_write" } });
  if (!form) throw new DomainError("form.not-found");
  return form;
}

function versionOf(
  ctx: Ctx,
  actor: EmployeeActor,
  { formCode, version, name, description, fields }: ChangeFormInput,
  before: readonly FormField[],
): ApprovalFormVersionRow {
  return {
    code: formCode,
    version,
    nameKo: name.ko,
    nameEn: name.en,
    descriptionKo: description.ko,
    descriptionEn: description.en,
    fields: JSON.stringify(keyedFields(fields, before, version)),
    madeBy: actor.id,
    madeAt: ctx.clock.now(),
  };
}

function fieldsOf({ fields }: ApprovalFormVersionRow): FormField[] {
  return JSON.parse(fields) as FormField[];
}

/** What the audit log says of a version: its names and, in Korean, what it asks for. */
function wordsOf(row: ApprovalFormVersionRow) {
  const { version, nameKo, nameEn } = row;
  return { version, nameKo, nameEn, fields: fieldsOf(row).map(({ label }) => label.ko) };
}
