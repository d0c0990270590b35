import { koreanDate } from "@erp/contracts/dates";
import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import type {
  ApproveWorkInput,
  QuestByIdInput,
  QuestView,
  RejectWorkInput,
  ReportWorkInput,
} from "@erp/contracts/quests";
import { type QuestWorkRow, questWorks } from "@erp/db/mysql/entities/quest-works";
import type { QuestRow } from "@erp/db/mysql/entities/quests";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { reserveBudget } from "./quests.budget.mutations";
import { requireMayAccept, requireMayDecide } from "./quests.policy";
import { viewQuest } from "./quests.queries";
import { moved, type WorkMove } from "./quests.states";
import { lockQuest, lockWork } from "./quests.store.queries";

/**
 * The actor takes a quest of their department on; its reward is reserved in the month's budget.
 * Throws `quest.closed`, `quest.full`, `quest.already-accepted`, `quest.budget-exceeded`.
 */
export async function acceptQuest(ctx: Ctx, { questId }: QuestByIdInput): Promise<QuestView> {
  const actor = authorize(ctx, "quests:work");
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    const quest = await lockQuest(tx, questId);
    requireMayAccept(actor, quest);
    const isOver = quest.deadline !== null && quest.deadline < koreanDate(now);
    if (quest.status !== "OPEN" || isOver) throw new DomainError("quest.closed");
    const key = { questId, employeeId: actor.id };
    if (await tx.exists(questWorks, { where: key })) throw new DomainError("quest.already-accepted");
    await requireFreeSlot(tx, quest);
    await reserveBudget(ctx, tx, quest);
    const work: QuestWorkRow = {
      ...key,
      state: "IN_PROGRESS",
      note: null,
      reason: null,
      acceptedAt: now,
      updatedAt: now,
    };
    await tx.insert(questWorks, work).catch((error: unknown) => {
      throw isDuplicateKey(error) ? new DomainError("quest.already-accepted") : error;
    });
    await emit(ctx, tx, "quest.accepted", questId, key);
  });
  return viewQuest(ctx, { questId });
}

/** The actor says that their work is done, the first time or after a rejection. */
export async function reportWork(ctx: Ctx, { questId, note }: ReportWorkInput): Promise<QuestView> {
  const { id: employeeId } = authorize(ctx, "quests:work");
  await moveWork(ctx, questId, employeeId, "report", { note }, async (tx) => {
    await emit(ctx, tx, "quest.reported", questId, { questId, employeeId });
  });
  return viewQuest(ctx, { questId });
}

export async function approveWork(ctx: Ctx, { questId, employeeId }: ApproveWorkInput): Promise<QuestView> {
  await decideWork(ctx, questId, employeeId, "approve", null);
  return viewQuest(ctx, { questId });
}

/** The person sees the reason and can report again. */
export async function rejectWork(ctx: Ctx, { questId, employeeId, reason }: RejectWorkInput): Promise<QuestView> {
  await decideWork(ctx, questId, employeeId, "reject", reason);
  return viewQuest(ctx, { questId });
}

/** The actor takes their reward, once; also when the quest was closed or removed meanwhile. The rewards worker pays it. */
export async function claimReward(ctx: Ctx, { questId }: QuestByIdInput): Promise<QuestView> {
  const { id: employeeId } = authorize(ctx, "quests:work");
  await moveWork(ctx, questId, employeeId, "claim", {}, async (tx, quest) => {
    const { rewardHalfDays } = quest;
    await emit(ctx, tx, "quest.claimed", questId, { questId, employeeId, rewardHalfDays });
  });
  return viewQuest(ctx, { questId });
}

async function decideWork(
  ctx: Ctx,
  questId: QuestId,
  employeeId: EmployeeId,
  move: "approve" | "reject",
  reason: string | null,
): Promise<void> {
  const actor = authorize(ctx, "quests:create");
  await moveWork(ctx, questId, employeeId, move, { reason }, async (tx, quest) => {
    requireMayDecide(actor, quest, employeeId);
    await emit(ctx, tx, move === "approve" ? "quest.approved" : "quest.rejected", questId, { questId, employeeId });
  });
}

type Effect = (tx: Tx, quest: QuestRow) => Promise<void>;

/** One move of somebody's work under the quest's lock. What `effect` throws undoes it. */
async function moveWork(
  ctx: Ctx,
  questId: QuestId,
  employeeId: EmployeeId,
  move: WorkMove,
  fields: Partial<Pick<QuestWorkRow, "note" | "reason">>,
  effect: Effect,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const quest = await lockQuest(tx, questId);
    const { state } = await lockWork(tx, questId, employeeId);
    await effect(tx, quest);
    await tx.update(
      questWorks,
      { questId, employeeId },
      { ...fields, state: moved(state, move), updatedAt: ctx.clock.now() },
    );
  });
}

async function requireFreeSlot(tx: Tx, { id, slots }: QuestRow): Promise<void> {
  if (slots !== null && (await tx.countBy(questWorks, { questId: id })) >= slots) throw new DomainError("quest.full");
}
