import type { SuggestedLine, SuggestLineInput } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { managersAbove, personColumns } from "../employees/employees.queries";
import { needsFinance, suggestedSteps } from "./approvals.line.rules";

/** The department that agrees to large expenses. */
const FINANCE_CODE = "FINANCE";

/** The line the actor's document would usually take; without an amount, that of the smallest. Empty for the head of the company. */
export async function suggestLine(ctx: Ctx, { formCode, amountKrw = 0 }: SuggestLineInput): Promise<SuggestedLine> {
  const actor = authorize(ctx, "approvals:draft");
  const managers = (await managersAbove(ctx, actor.id)).filter(({ id }) => id !== actor.id);
  const finance = needsFinance(formCode, amountKrw) ? await findFinanceManager(ctx, actor.id) : null;
  return suggestedSteps(formCode, amountKrw, managers, finance);
}

/** The longest-serving active manager of finance who is not the requester; null when there is none. */
async function findFinanceManager(ctx: Ctx, requesterId: EmployeeId): Promise<PersonView | null> {
  const found: PersonView[] = await ctx.mysql.query(
    `SELECT ${personColumns}
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE department.code = ? AND person.role = 'MANAGER' AND person.status = 'ACTIVE' AND person.id <> ?
      ORDER BY person.hire_date, person.id
      LIMIT 1`,
    [FINANCE_CODE, requesterId],
  );
  return found[0] ?? null;
}
