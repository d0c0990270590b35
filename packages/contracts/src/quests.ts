import { z } from "zod";
import { calendarDate } from "./dates";
import { personView } from "./employees";
import { fileView } from "./files";
import { departmentId, employeeId, questId } from "./ids";
import { cursor, pageOf, pageSize } from "./paging";
import { line, paragraphs } from "./text";

/** OPEN can be accepted; CLOSED not any more; REMOVED is also hidden from whoever has not accepted it. */
export const questStatus = z.enum(["OPEN", "CLOSED", "REMOVED"]);
export type QuestStatus = z.infer<typeof questStatus>;

/** How far one person is with one quest; before accepting there is no work at all (AVAILABLE). */
export const workState = z.enum(["IN_PROGRESS", "WAITING_APPROVAL", "APPROVED", "REJECTED", "CLAIMED"]);
export type WorkState = z.infer<typeof workState>;

/** 0.5 to 5 days of leave, in half days. */
export const rewardHalfDays = z
  .int("quest.reward-malformed")
  .min(1, "quest.reward-malformed")
  .max(10, "quest.reward-malformed");

const questFields = {
  title: line(120),
  description: paragraphs(4000).default(""),
  rewardHalfDays,
  /** How many people may accept; null: any number. */
  slots: z.int().min(1).max(1000).nullable().default(null),
  /** The last day on which it can be accepted. */
  deadline: calendarDate.nullable().default(null),
};

export const createQuestInput = z.strictObject(questFields);
export type CreateQuestInput = z.infer<typeof createQuestInput>;

export const editQuestInput = z.strictObject({ questId, version: z.int(), ...questFields });
export type EditQuestInput = z.infer<typeof editQuestInput>;

/** Where the portal shows a quest; notifications link there. */
export function questPath(id: z.infer<typeof questId>): string {
  return `/quests/${id}`;
}

export const questByIdInput = z.strictObject({ questId });
export type QuestByIdInput = z.infer<typeof questByIdInput>;

export const reportWorkInput = z.strictObject({ questId, note: line(2000) });
export type ReportWorkInput = z.infer<typeof reportWorkInput>;

/** Whose work is decided must be said: several people may be waiting at once. */
export const approveWorkInput = z.strictObject({ questId, employeeId });
export type ApproveWorkInput = z.infer<typeof approveWorkInput>;

export const rejectWorkInput = z.strictObject({ questId, employeeId, reason: line(1000) });
export type RejectWorkInput = z.infer<typeof rejectWorkInput>;

export const workView = z.object({
  person: personView,
  state: workState,
  note: z.string().nullable(),
  evidence: fileView.nullable(),
  /** Why the last report was rejected. */
  reason: z.string().nullable(),
  acceptedAt: z.date(),
  updatedAt: z.date(),
});
export type WorkView = z.infer<typeof workView>;

export const questAction = z.enum(["accept", "report", "claim", "edit", "close", "remove", "decide"]);
export type QuestAction = z.infer<typeof questAction>;

export const questView = z.object({
  id: questId,
  version: z.int(),
  status: questStatus,
  title: z.string(),
  description: z.string(),
  rewardHalfDays: z.int(),
  slots: z.int().nullable(),
  accepted: z.int(),
  deadline: calendarDate.nullable(),
  creator: personView,
  createdAt: z.date(),
  /** The work that the person looking may see: their own, or everybody's where they decide. */
  work: z.array(workView),
  allowedActions: z.array(questAction),
});
export type QuestView = z.infer<typeof questView>;

/** Another department's quests are for HR. */
export const listQuestsInput = z.strictObject({
  departmentId: departmentId.optional(),
  cursor: cursor.optional(),
  limit: pageSize,
});
export type ListQuestsInput = z.infer<typeof listQuestsInput>;
export const questPage = pageOf(questView);

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "date.malformed");

export const questBudgetInput = z.strictObject({ departmentId: departmentId.optional(), month });
export type QuestBudgetInput = z.infer<typeof questBudgetInput>;
/** Rewards of the quests that were accepted in the month; no limit where HR has set none. */
export const questBudget = z.object({
  departmentId,
  month,
  limitHalfDays: z.int().nullable(),
  reservedHalfDays: z.int(),
});
export type QuestBudget = z.infer<typeof questBudget>;

export const listQuestBudgetsInput = z.strictObject({ month });
export type ListQuestBudgetsInput = z.infer<typeof listQuestBudgetsInput>;
export const questBudgets = z.array(questBudget);

/** `limitHalfDays` null: no limit any more. */
export const setQuestBudgetInput = z.strictObject({
  departmentId,
  month,
  limitHalfDays: z
    .int("quest.budget-malformed")
    .min(0, "quest.budget-malformed")
    .max(10_000, "quest.budget-malformed")
    .nullable(),
});
export type SetQuestBudgetInput = z.infer<typeof setQuestBudgetInput>;
