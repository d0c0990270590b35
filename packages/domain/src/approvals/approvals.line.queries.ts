import type { FormCode } from "@erp/contracts/approval-forms";
import type { LineStepInput, LineSuggestion, SuggestLineInput } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { asksAgreement, type LineRule } from "@erp/contracts/line-rules";
import { combineById, combineMany, onePer } from "@erp/db/combine";
import type { DataSource } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { managersAbove, personColumns } from "../employees/employees.queries";
import { ruleColumns } from "./approvals.line-rules.queries";
import { ruleOf, type StoredRule } from "./approvals.line-rules.rules";
import { assertSigned, type Signing, suggestionOf } from "./approvals.signers.rules";

/** What the rule depends on; without an amount it is that of 0 won. */
export type RuledDocument = { formCode: FormCode; amountKrw?: number | null | undefined };

/** The line the actor's document would usually take, and whom of it they must not leave out. */
export async function suggestLine(ctx: Ctx, input: SuggestLineInput): Promise<LineSuggestion> {
  const actor = authorize(ctx, "approvals:draft");
  const rule = await readRule(ctx, input.formCode);
  return suggestionOf(await readSigning(ctx, actor.id, rule, input));
}

/** Throws `approval.line-lacks-signers` where the form's rule is required and the line does without somebody it names. */
export async function requireSigners(
  ctx: Ctx,
  requesterId: EmployeeId,
  document: RuledDocument,
  line: readonly LineStepInput[],
): Promise<void> {
  const rule = await readRule(ctx, document.formCode);
  if (rule.enforcement === "REQUIRED") assertSigned(await readSigning(ctx, requesterId, rule, document), line);
}

/** Whom the rule may name: managers and the agreeing department's, nobody who has left, and not the requester. */
async function readSigning(
  ctx: Ctx,
  requesterId: EmployeeId,
  rule: LineRule,
  { amountKrw }: RuledDocument,
): Promise<Signing> {
  const amount = amountKrw ?? 0;
  const agreement = asksAgreement(rule, amount) ? rule.agreement : null;
  const [managers, leaders] = await Promise.all([
    managersAbove(ctx, requesterId),
    agreement === null ? [] : leadersIn(ctx.mysql)(agreement.departmentCode),
  ]);
  const agreeing = leaders.map(({ code: _, ...leader }): PersonView => leader);
  const isAnother = ({ id }: PersonView) => id !== requesterId;
  return { rule, amountKrw: amount, managers: managers.filter(isAnother), agreeing: agreeing.find(isAnother) ?? null };
}

async function readRule(ctx: Ctx, formCode: FormCode): Promise<LineRule> {
  return ruleOf(formCode, await rulesIn(ctx.mysql)(formCode));
}

/** Asked for by every submission, and for most the same one: never cached, because a rule holds from the moment HR sets it. */
const rulesIn = onePer((mysql: DataSource) =>
  combineById(
    (formCodes: readonly FormCode[]): Promise<(StoredRule & { formCode: FormCode })[]> =>
      mysql.query(
        `SELECT rule.form_code AS formCode, ${ruleColumns} FROM approval_line_rules rule WHERE rule.form_code IN (?)`,
        [formCodes],
      ),
    ({ formCode }) => formCode,
  ),
);

/**
 * Who may sign for a department: with two managers the longer-serving first; HR's administrators are managers, too, where a
 * department has no other.
 */
const leadersIn = onePer((mysql: DataSource) =>
  combineMany(
    (departmentCodes: readonly string[]): Promise<(PersonView & { code: string })[]> =>
      mysql.query(
        `SELECT department.code, ${personColumns}
           FROM employees person JOIN departments department ON department.id = person.department_id
          WHERE department.code IN (?) AND person.role IN ('MANAGER', 'HR_ADMIN') AND person.status = 'ACTIVE'
          ORDER BY person.role = 'MANAGER' DESC, person.hire_date, person.id`,
        [departmentCodes],
      ),
    ({ code }) => code,
  ),
);
