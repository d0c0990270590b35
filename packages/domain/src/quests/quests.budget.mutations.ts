import { koreanDate } from "@erp/contracts/dates";
import type { QuestBudget, SetQuestBudgetInput } from "@erp/contracts/quests";
import { questBudgets } from "@erp/db/mysql/entities/quest-budgets";
import type { QuestRow } from "@erp/db/mysql/entities/quests";
import type { Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findDepartment } from "../employees/employees.departments.queries";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { readBudget, reservedHalfDays } from "./quests.budget.queries";

/** What a department may promise in a month. Less than is promised already only stops new promises. */
export async function setQuestBudget(ctx: Ctx, input: SetQuestBudgetInput): Promise<QuestBudget> {
  authorize(ctx, "quests:administer");
  if (!(await findDepartment(ctx, input.departmentId))) throw new DomainError("department.not-found");
  const { departmentId, month, limitHalfDays } = input;
  await inTransaction(ctx, async (tx) => {
    if (limitHalfDays === null) await tx.delete(questBudgets, { departmentId, month });
    else await tx.upsert(questBudgets, { departmentId, month, limitHalfDays }, ["departmentId", "month"]);
    await recordAudit(ctx, tx, "quest-budget.set", departmentId, { month, limitHalfDays });
  });
  return readBudget(ctx.mysql.manager, departmentId, month);
}

/**
 * Counts a quest's reward against its department's budget of this month. It is asked when a quest is accepted, not when work is
 * approved: nobody works for a reward that then cannot be paid. The budget's lock puts those who accept at once in order.
 */
export async function reserveBudget(ctx: Ctx, tx: Tx, { departmentId, rewardHalfDays }: QuestRow): Promise<void> {
  const month = koreanDate(ctx.clock.now()).slice(0, 7);
  const budget = await tx.findOne(questBudgets, {
    where: { departmentId, month },
    lock: { mode: "pessimistic_write" },
  });
  if (!budget) return;
  const reserved = await reservedHalfDays(tx, departmentId, month);
  if (reserved + rewardHalfDays > budget.limitHalfDays) throw new DomainError("quest.budget-exceeded");
}
