import type { FormCode } from "@erp/contracts/approval-forms";
import type { LineSuggestion, SuggestLineInput } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { asksAgreement, defaultLineRule } from "@erp/contracts/line-rules";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { peopleAbove, personColumns } from "../employees/employees.queries";
import { ruleColumns } from "./approvals.line-rules.queries";
import { ruleOf, type StoredRule } from "./approvals.line-rules.rules";
import { type Signing, suggestionOf } from "./approvals.signers.rules";

/** What the rule depends on; without an amount it is that of 0 won. */
export type RuledDocument = { formCode: FormCode; amountKrw?: number | null | undefined };

/** The line the actor's document would usually take, and whom of it they must not leave out. */
export async function suggestLine(ctx: Ctx, input: SuggestLineInput): Promise<LineSuggestion> {
  const actor = authorize(ctx, "approvals:draft");
  return suggestionOf(await readSigning(ctx, actor.id, input));
}

type Row = PersonView & { height: number } & (StoredRule | Record<keyof StoredRule, null>);

/** Stands for the agreeing department among the rows, below the first manager. */
const AGREEING = 0;

/**
 * The form's rule and whom it may name, in one round trip, for every submission asks. Nobody who has left; with two managers
 * in the department that agrees, the longer-serving; HR's administrators are managers, too, where a department has no other.
 */
export async function readSigning(
  ctx: Ctx,
  requesterId: EmployeeId,
  { formCode, amountKrw }: RuledDocument,
): Promise<Signing> {
  const amount = amountKrw ?? 0;
  const standard = defaultLineRule(formCode);
  const agreedByDefault = asksAgreement(standard, amount) ? standard.agreement?.departmentCode : null;
  const rows: Row[] = await ctx.mysql.query(
    `WITH RECURSIVE ${peopleAbove},
     rule AS (SELECT * FROM approval_line_rules WHERE form_code = ?),
     asked (id) AS (
       SELECT departments.id FROM rule JOIN departments ON departments.code = rule.agreement_department_code
        WHERE rule.agreement_from_krw <= ?
       UNION ALL
       SELECT id FROM departments WHERE code = ? AND NOT EXISTS (SELECT 1 FROM rule)
     ),
     named (id, height) AS (
       SELECT id, height FROM above
       UNION ALL
       SELECT (SELECT agreeing.id FROM asked JOIN employees agreeing ON agreeing.department_id = asked.id
                WHERE agreeing.role IN ('MANAGER', 'HR_ADMIN') AND agreeing.status = 'ACTIVE' AND agreeing.id <> ?
                ORDER BY agreeing.role = 'MANAGER' DESC, agreeing.hire_date, agreeing.id
                LIMIT 1), ${AGREEING}
     )
     SELECT named.height, ${personColumns}, ${ruleColumns}
       FROM named
       JOIN employees person ON person.id = named.id
       JOIN departments department ON department.id = person.department_id
       LEFT JOIN rule ON TRUE
      WHERE person.status = 'ACTIVE' AND person.id <> ?
      ORDER BY named.height`,
    [requesterId, formCode, amount, agreedByDefault ?? null, requesterId, requesterId],
  );
  const people = rows.map(({ height, ...row }) => ({ height, person: personOf(row) }));
  return {
    rule: ruleOf(rows[0]) ?? standard,
    amountKrw: amount,
    managers: people.filter(({ height }) => height !== AGREEING).map(({ person }) => person),
    agreeing: people.find(({ height }) => height === AGREEING)?.person ?? null,
  };
}

function personOf({ id, name, position, departmentNameKo, departmentNameEn }: PersonView): PersonView {
  return { id, name, position, departmentNameKo, departmentNameEn };
}
