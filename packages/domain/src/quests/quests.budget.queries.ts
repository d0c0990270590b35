import { addDays, type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { DepartmentId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { QuestBudget, QuestBudgetInput } from "@erp/contracts/quests";
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
  const first = `${month}-01` as CalendarDate;
  const next = `${addDays(first, 31).slice(0, 7)}-01` as CalendarDate;
  const [row]: { halfDays: string | null }[] = await manager.query(
    `SELECT SUM(quest.reward_half_days) AS halfDays
       FROM quest_works work JOIN quests quest ON quest.id = work.quest_id
      WHERE quest.department_id = ? AND work.accepted_at >= ? AND work.accepted_at < ?`,
    [departmentId, startOfKoreanDay(first), startOfKoreanDay(next)],
  );
  return Number(row?.halfDays ?? 0);
}
