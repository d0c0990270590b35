import { addDays, type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { DepartmentId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { ListQuestBudgetsInput, QuestBudget, QuestBudgetInput } from "@erp/contracts/quests";
import { questBudgets } from "@erp/db/mysql/entities/quest-budgets";
import type { EntityManager } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";

/** What a department has promised in a month, and may; managers see their own department's, HR every one's. */
export async function questBudget(ctx: Ctx, input: QuestBudgetInput): Promise<QuestBudget> {
  const actor = authorize(ctx, "quests:create");
  const departmentId = input.departmentId ?? actor.departmentId;
  const isOwn = departmentId === actor.departmentId;
  if (!isOwn && !hasPermission(actor.role, "quests:administer")) throw new DomainError("quest.other-department");
  return readBudget(ctx.mysql.manager, departmentId, input.month);
}

/** What every department has promised in a month, and may; for HR. */
export async function listQuestBudgets(ctx: Ctx, { month }: ListQuestBudgetsInput): Promise<QuestBudget[]> {
  authorize(ctx, "quests:administer");
  const { from, until } = instantsOf(month);
  const rows: (QuestBudget & { reservedHalfDays: string | number })[] = await ctx.mysql.query(
    `SELECT department.id AS departmentId, ? AS month, budget.limit_half_days AS limitHalfDays,
            COALESCE(reserved.half_days, 0) AS reservedHalfDays
       FROM departments department
       LEFT JOIN quest_budgets budget ON budget.department_id = department.id AND budget.month = ?
       LEFT JOIN (SELECT quest.department_id, SUM(quest.reward_half_days) AS half_days
                    FROM quest_works work JOIN quests quest ON quest.id = work.quest_id
                   WHERE work.accepted_at >= ? AND work.accepted_at < ? GROUP BY quest.department_id) reserved
              ON reserved.department_id = department.id
      ORDER BY department.code`,
    [month, month, from, until],
  );
  return rows.map((row) => ({ ...row, reservedHalfDays: Number(row.reservedHalfDays) }));
}

export async function readBudget(
  manager: EntityManager,
  departmentId: DepartmentId,
  month: string,
): Promise<QuestBudget> {
  const budget = await manager.findOne(questBudgets, { where: { departmentId, month } });
  const reserved = await reservedHalfDays(manager, departmentId, month);
  return { departmentId, month, limitHalfDays: budget?.limitHalfDays ?? null, reservedHalfDays: reserved };
}

/** The rewards of the department's quests that were accepted in this month of Korea. */
export async function reservedHalfDays(
  manager: EntityManager,
  departmentId: DepartmentId,
  month: string,
): Promise<number> {
  const { from, until } = instantsOf(month);
  const [row]: { halfDays: string | null }[] = await manager.query(
    `SELECT SUM(quest.reward_half_days) AS halfDays
       FROM quest_works work JOIN quests quest ON quest.id = work.quest_id
      WHERE quest.department_id = ? AND work.accepted_at >= ? AND work.accepted_at < ?`,
    [departmentId, from, until],
  );
  return Number(row?.halfDays ?? 0);
}

/** When the month begins in Korea, and when the next one does. */
function instantsOf(month: string): { from: Date; until: Date } {
  const first = `${month}-01` as CalendarDate;
  const next = `${addDays(first, 31).slice(0, 7)}-01` as CalendarDate;
  return { from: startOfKoreanDay(first), until: startOfKoreanDay(next) };
}
