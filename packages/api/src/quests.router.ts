import { fileContent } from "@erp/contracts/files";
import { attachEvidenceInput, evidenceOfWorkInput } from "@erp/contracts/quest-evidence";
import {
  approveWorkInput,
  createQuestInput,
  editQuestInput,
  listQuestBudgetsInput,
  listQuestsInput,
  questBudgetInput,
  questBudgets,
  questBudget as questBudgetView,
  questByIdInput,
  questPage,
  questView,
  rejectWorkInput,
  reportWorkInput,
  setQuestBudgetInput,
} from "@erp/contracts/quests";
import { setQuestBudget } from "@erp/domain/quests/quests.budget.mutations";
import { listQuestBudgets, questBudget } from "@erp/domain/quests/quests.budget.queries";
import { attachEvidence } from "@erp/domain/quests/quests.evidence.mutations";
import { readEvidence } from "@erp/domain/quests/quests.evidence.queries";
import { closeQuest, createQuest, editQuest, removeQuest } from "@erp/domain/quests/quests.mutations";
import { listQuests, viewQuest } from "@erp/domain/quests/quests.queries";
import {
  acceptQuest,
  approveWork,
  claimReward,
  rejectWork,
  reportWork,
} from "@erp/domain/quests/quests.work.mutations";
import { permitted, router } from "./trpc";

/** Roles decide who may call; whose quest and whose work it is, the domain's policy. */
const working = permitted("quests:work").output(questView);
const managing = permitted("quests:create");

export const questsRouter = router({
  list: permitted("quests:work")
    .input(listQuestsInput)
    .output(questPage)
    .query(({ ctx: { ctx }, input }) => listQuests(ctx, input)),
  view: working.input(questByIdInput).query(({ ctx: { ctx }, input }) => viewQuest(ctx, input)),
  accept: working.input(questByIdInput).mutation(({ ctx: { ctx }, input }) => acceptQuest(ctx, input)),
  attachEvidence: permitted("quests:work")
    .input(attachEvidenceInput)
    .mutation(({ ctx: { ctx }, input }) => attachEvidence(ctx, input)),
  evidence: permitted("quests:work")
    .input(evidenceOfWorkInput)
    .output(fileContent)
    .query(({ ctx: { ctx }, input }) => readEvidence(ctx, input)),
  report: working.input(reportWorkInput).mutation(({ ctx: { ctx }, input }) => reportWork(ctx, input)),
  claim: working.input(questByIdInput).mutation(({ ctx: { ctx }, input }) => claimReward(ctx, input)),
  create: managing
    .input(createQuestInput)
    .output(questView)
    .mutation(({ ctx: { ctx }, input }) => createQuest(ctx, input)),
  edit: managing
    .input(editQuestInput)
    .output(questView)
    .mutation(({ ctx: { ctx }, input }) => editQuest(ctx, input)),
  close: managing
    .input(questByIdInput)
    .output(questView)
    .mutation(({ ctx: { ctx }, input }) => closeQuest(ctx, input)),
  remove: managing.input(questByIdInput).mutation(({ ctx: { ctx }, input }) => removeQuest(ctx, input)),
  approve: managing
    .input(approveWorkInput)
    .output(questView)
    .mutation(({ ctx: { ctx }, input }) => approveWork(ctx, input)),
  reject: managing
    .input(rejectWorkInput)
    .output(questView)
    .mutation(({ ctx: { ctx }, input }) => rejectWork(ctx, input)),
  budget: managing
    .input(questBudgetInput)
    .output(questBudgetView)
    .query(({ ctx: { ctx }, input }) => questBudget(ctx, input)),
  budgets: permitted("quests:administer")
    .input(listQuestBudgetsInput)
    .output(questBudgets)
    .query(({ ctx: { ctx }, input }) => listQuestBudgets(ctx, input)),
  setBudget: permitted("quests:administer")
    .input(setQuestBudgetInput)
    .output(questBudgetView)
    .mutation(({ ctx: { ctx }, input }) => setQuestBudget(ctx, input)),
});
