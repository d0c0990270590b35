import type { QuestId } from "@erp/contracts/ids";
import { type QuestWorkRow, questWorks } from "@erp/db/mysql/entities/quest-works";
import { type QuestRow, quests } from "@erp/db/mysql/entities/quests";
import type { Ctx } from "@erp/domain/context";
import { newId } from "@erp/domain/new-id";
import type { Colleague, Company } from "./company";
import { pick } from "./scatter";

const QUESTS = 200;
const PEOPLE_PER_QUEST = 20;

/** A department with two hundred quests, twenty people at work on each; answers those people. Loaded once. */
export async function loadQuests(ctx: Ctx, { managers, staff }: Company): Promise<Colleague[]> {
  const manager = pick(managers, 0);
  const team = staff.slice(0, PEOPLE_PER_QUEST);
  const [department]: { id: QuestRow["departmentId"] }[] = await ctx.mysql.query(
    "SELECT department_id AS id FROM employees WHERE id = ?",
    [manager.id],
  );
  if (!department) throw new Error("the measured company has no managers");
  const [there]: { count: string }[] = await ctx.mysql.query(
    "SELECT COUNT(*) AS count FROM quests WHERE department_id = ?",
    [department.id],
  );
  const rows = Array.from(
    { length: QUESTS },
    (_, index): QuestRow => ({
      id: newId<QuestId>(ctx.clock),
      departmentId: department.id,
      createdBy: manager.id,
      title: `업무 개선 제안 ${index + 1}`,
      description: "한 가지를 골라 개선하고, 무엇이 나아졌는지 적어 주세요.",
      rewardHalfDays: 1 + (index % 4),
      slots: null,
      deadline: null,
      status: "OPEN",
      version: 1,
      createdAt: ctx.clock.now(),
    }),
  ).slice(Number(there?.count));
  if (rows.length === 0) return team;
  await ctx.mysql.manager.insert(quests, rows);
  for (const quest of rows)
    await ctx.mysql.manager.insert(
      questWorks,
      team.map((person) => workOn(quest, person)),
    );
  return team;
}

function workOn(quest: QuestRow, person: Colleague): QuestWorkRow {
  const { createdAt } = quest;
  return {
    questId: quest.id,
    employeeId: person.id,
    state: "IN_PROGRESS",
    note: null,
    reason: null,
    acceptedAt: createdAt,
    updatedAt: createdAt,
  };
}
