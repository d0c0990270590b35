import { formTemplates, isBuiltIn } from "@erp/contracts/approval-forms";
import type { ChangeLineRuleInput, LineRuleView } from "@erp/contracts/line-rules";
import { approvalForms } from "@erp/db/mysql/entities/approval-forms";
import { approvalLineRules } from "@erp/db/mysql/entities/approval-line-rules";
import { departments } from "@erp/db/mysql/entities/departments";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { findLineRule } from "./approvals.line-rules.queries";
import { ruleOf, toStoredRule, wordsOfRule } from "./approvals.line-rules.rules";

/**
 * Changes who has to sign the documents of a form, for every submission from now on; those under way keep their line. Throws
 * `form.not-found`, `department.not-found`, or `line-rule.changed-meanwhile` when the rule is not at the version the change
 * was made from.
 */
export async function changeLineRule(ctx: Ctx, input: ChangeLineRuleInput): Promise<LineRuleView> {
  const actor = authorize(ctx, "line-rules:manage");
  const { formCode, version, ...rule } = input;
  await inTransaction(ctx, async (tx) => {
    await assertFormExists(tx, input);
    const departmentIds = await findDepartmentIds(tx);
    if (rule.agreement && !departmentIds.has(rule.agreement.departmentCode))
      throw new DomainError("department.not-found", {}, { "agreement.departmentCode": "department.not-found" });
    const row = await tx.findOneBy(approvalLineRules, { formCode });
    const made = { version: version + 1, changedBy: actor.id, changedAt: ctx.clock.now() };
    const changed = { ...toStoredRule(rule), ...made };
    if (version === 0) await tx.insert(approvalLineRules, { formCode, ...changed });
    else {
      const { affected } = await tx.update(approvalLineRules, { formCode, version }, changed);
      if (affected === 0) throw new DomainError("line-rule.changed-meanwhile");
    }
    const before = ruleOf(formCode, row);
    await recordAudit(ctx, tx, "line-rule.changed", formCode, {
      ...(isBuiltIn(formCode) && { name: formTemplates[formCode].name.ko }),
      before: wordsOfRule(before, departmentIds),
      after: wordsOfRule(rule, departmentIds),
    });
  }).catch((error: unknown) => {
    // Somebody has changed the rule the form came with.
    throw isDuplicateKey(error) ? new DomainError("line-rule.changed-meanwhile") : error;
  });
  return findLineRule(ctx, formCode);
}

async function assertFormExists(tx: Tx, { formCode }: ChangeLineRuleInput): Promise<void> {
  if (isBuiltIn(formCode) || (await tx.existsBy(approvalForms, { code: formCode }))) return;
  throw new DomainError("form.not-found");
}

/** By code; a company has some dozens. */
async function findDepartmentIds(tx: Tx): Promise<Map<string, string>> {
  const found = await tx.find(departments, { select: { id: true, code: true } });
  return new Map(found.map(({ id, code }) => [code, id]));
}
