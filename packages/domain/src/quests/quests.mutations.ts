import type { QuestId } from "@erp/contracts/ids";
import type { CreateQuestInput, EditQuestInput, QuestByIdInput, QuestView } from "@erp/contracts/quests";
import { questWorks } from "@erp/db/mysql/entities/quest-works";
import { type QuestRow, quests } from "@erp/db/mysql/entities/quests";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { requireMayManage } from "./quests.policy";
import { viewQuest } from "./quests.queries";
import { lockQuest } from "./quests.store.queries";

/** Offers work to the actor's department. */
export async function createQuest(ctx: Ctx, input: CreateQuestInput): Promise<QuestView> {
  const actor = authorize(ctx, "quests:create");
  const id = newId<QuestId>(ctx.clock);
  await inTransaction(ctx, async (tx) => {
    const quest: QuestRow = {
      ...input,
      id,
      departmentId: actor.departmentId,
      createdBy: actor.id,
      status: "OPEN",
      version: 1,
      createdAt: ctx.clock.now(),
    };
    await tx.insert(quests, quest);
    await emit(ctx, tx, "quest.created", id, { questId: id });
  });
  return viewQuest(ctx, { questId: id });
}

/** Throws `quest.accepted-by-somebody`: what people have agreed to stays as it was. */
export async function editQuest(ctx: Ctx, { questId, version, ...fields }: EditQuestInput): Promise<QuestView> {
  const actor = authorize(ctx, "quests:create");
  await inTransaction(ctx, async (tx) => {
    const quest = await lockQuest(tx, questId);
    requireMayManage(actor, quest);
    if (quest.version !== version) throw new DomainError("quest.changed-meanwhile");
    if (quest.status !== "OPEN") throw new DomainError("quest.closed");
    if (await tx.exists(questWorks, { where: { questId } })) throw new DomainError("quest.accepted-by-somebody");
    await tx.update(quests, { id: questId }, { ...fields, version: version + 1 });
    await emit(ctx, tx, "quest.edited", questId, { questId });
  });
  return viewQuest(ctx, { questId });
}

/** Nobody can accept it any more; who has accepted goes on and keeps what they earned. */
export async function closeQuest(ctx: Ctx, { questId }: QuestByIdInput): Promise<QuestView> {
  await endQuest(ctx, questId, "CLOSED");
  return viewQuest(ctx, { questId });
}

/** Hides a quest from whoever has not accepted it. Earned rewards stay claimable, because the row stays. */
export async function removeQuest(ctx: Ctx, { questId }: QuestByIdInput): Promise<void> {
  await endQuest(ctx, questId, "REMOVED");
}

async function endQuest(ctx: Ctx, questId: QuestId, status: "CLOSED" | "REMOVED"): Promise<void> {
  const actor = authorize(ctx, "quests:create");
  await inTransaction(ctx, async (tx) => {
    const quest = await lockQuest(tx, questId);
    requireMayManage(actor, quest);
    if (quest.status === "REMOVED" || quest.status === status) throw new DomainError("quest.closed");
    await tx.update(quests, { id: questId }, { status, version: quest.version + 1 });
    await emit(ctx, tx, status === "CLOSED" ? "quest.closed" : "quest.removed", questId, { questId });
  });
}
