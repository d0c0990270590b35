import { addDays, koreanDate } from "@erp/contracts/dates";
import { counterModel } from "@erp/db/mongo/models/counter";
import { departments } from "@erp/db/mysql/entities/departments";
import type { Ctx } from "../context";
import { setQuestBudget } from "../quests/quests.budget.mutations";
import { closeQuest, createQuest } from "../quests/quests.mutations";
import { acceptQuest, approveWork, claimReward, rejectWork, reportWork } from "../quests/quests.work.mutations";
import type { DemoPerson } from "./demo-people";
import { type DemoQuest, type DemoWork, demoBudgets, demoQuests } from "./demo-quests.data";
import { loadCast, openStage, type Stage } from "./demo-stage";

/** How many quests have been told, as for the documents. */
const PROGRESS = "demo-quests";
const MONTHS_WITH_BUDGET = 3;
const HR = "jimin.han";

/**
 * Quests in every state, made and moved by the same functions as anybody's, each at its time of the past; the workers pay the
 * claimed rewards and tell people once they run. Answers how many it added; a second call adds none.
 */
export async function loadDemoQuests(ctx: Ctx, people: readonly DemoPerson[]): Promise<number> {
  const counters = counterModel(ctx.mongo);
  const told = (await counters.findById(PROGRESS).lean())?.value ?? 0;
  if (told === demoQuests.length) return 0;
  const cast = await loadCast(ctx, people);
  if (told === 0) await setBudgets(openStage(ctx, cast, 0, 0).as(HR));
  for (const [index, quest] of [...demoQuests.entries()].slice(told)) {
    await tell(openStage(ctx, cast, quest.daysAgo, index), quest);
    await counters.updateOne({ _id: PROGRESS }, { $set: { value: index + 1 } }, { upsert: true });
  }
  return demoQuests.length - told;
}

async function tell(stage: Stage, quest: DemoQuest): Promise<void> {
  const { title, description, rewardHalfDays, slots = null, deadlineInDays } = quest;
  const maker = stage.as(quest.by);
  const deadline =
    deadlineInDays === undefined ? null : addDays(koreanDate(stage.ctx.clock.now()), quest.daysAgo + deadlineInDays);
  const { id: questId } = await createQuest(maker, { title, description, rewardHalfDays, slots, deadline });
  for (const work of quest.works) await playWork(stage, quest, questId, work);
  if (quest.isClosed) await closeQuest(stage.as(quest.by), { questId });
}

type QuestId = Awaited<ReturnType<typeof createQuest>>["id"];

async function playWork(stage: Stage, { by }: DemoQuest, questId: QuestId, work: DemoWork): Promise<void> {
  const { reached, note = "", reason = "" } = work;
  await acceptQuest(stage.as(work.by), { questId });
  if (reached === "ACCEPTED") return;
  await reportWork(stage.as(work.by), { questId, note });
  if (reached === "REPORTED") return;
  const decided = { questId, employeeId: stage.idOf(work.by) };
  if (reached === "REJECTED") {
    await rejectWork(stage.as(by), { ...decided, reason });
    return;
  }
  await approveWork(stage.as(by), decided);
  if (reached === "CLAIMED") await claimReward(stage.as(work.by), { questId });
}

/** For this month and those before it in which quests were accepted. */
async function setBudgets(hr: Ctx): Promise<void> {
  const all = await hr.mysql.manager.find(departments);
  const present = koreanDate(hr.clock.now());
  for (const { id: departmentId, nameKo } of all) {
    const limitHalfDays = demoBudgets[nameKo];
    if (limitHalfDays === undefined) continue;
    for (let months = 0; months < MONTHS_WITH_BUDGET; months += 1) {
      const month = monthBefore(present.slice(0, 7), months);
      await setQuestBudget(hr, { departmentId, month, limitHalfDays });
    }
  }
}

function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + (number - 1) - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
