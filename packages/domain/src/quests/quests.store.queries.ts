import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import { type QuestWorkRow, questWorks } from "@erp/db/mysql/entities/quest-works";
import { type QuestRow, quests } from "@erp/db/mysql/entities/quests";
import type { Tx } from "@erp/db/mysql/transaction";
import { DomainError } from "../errors";

/** The quest, locked until the transaction ends. Throws `quest.not-found`. */
export async function lockQuest(tx: Tx, id: QuestId): Promise<QuestRow> {
  const quest = await tx.findOne(quests, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (!quest) throw new DomainError("quest.not-found");
  return quest;
}

/** Somebody's work on the quest, locked until the transaction ends. Throws `quest.work-not-found`. */
export async function lockWork(tx: Tx, questId: QuestId, employeeId: EmployeeId): Promise<QuestWorkRow> {
  const work = await tx.findOne(questWorks, { where: { questId, employeeId }, lock: { mode: "pessimistic_write" } });
  if (!work) throw new DomainError("quest.work-not-found");
  return work;
}
