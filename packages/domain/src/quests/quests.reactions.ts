import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { decidersOf } from "./quests.deciders.queries";

type QuestEvent = EventEnvelope<"quest.created" | "quest.edited" | "quest.closed" | "quest.removed">;
type WorkEvent = EventEnvelope<
  "quest.accepted" | "quest.reported" | "quest.approved" | "quest.rejected" | "quest.claimed"
>;

/** Whose open pages show a quest look again. */
export const questReactions = {
  "quest.created": announceQuest,
  "quest.edited": announceQuest,
  "quest.closed": announceQuest,
  "quest.removed": announceQuest,
  "quest.accepted": announceWork,
  "quest.reported": announceWork,
  "quest.approved": announceWork,
  "quest.rejected": announceWork,
  "quest.claimed": announceWork,
} as const;

/** The offer concerns the whole department. */
async function announceQuest(ctx: Ctx, { data: { questId } }: QuestEvent): Promise<void> {
  const people: { id: EmployeeId }[] = await ctx.mysql.query(
    `SELECT employees.id FROM quests JOIN employees ON employees.department_id = quests.department_id
      WHERE quests.id = ? AND employees.status = 'ACTIVE'`,
    [questId],
  );
  await ctx.signals.send(
    people.map(({ id }) => id),
    { about: "quests" },
  );
}

/** Work concerns who does it and who decides about it. */
async function announceWork(ctx: Ctx, { data: { questId, employeeId } }: WorkEvent): Promise<void> {
  await ctx.signals.send([employeeId, ...(await decidersOf(ctx, questId))], { about: "quests" });
}
