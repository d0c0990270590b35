import { koreanDate } from "@erp/contracts/dates";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import { type QuestWorkRow, questWorks } from "@erp/db/mysql/entities/quest-works";
import { type QuestRow, quests } from "@erp/db/mysql/entities/quests";
import { snapshotOf } from "../approvals/approvals.people.queries";
import { findDocument } from "../approvals/approvals.store.queries";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { dayMinutesOn } from "../leave/leave.calendar.rules";
import { findSubject } from "../leave/leave.people.queries";
import { decidersOf } from "../quests/quests.deciders.queries";
import {
  notificationOfLeave,
  notificationsAboutQuest,
  notificationsOfCancelledLeave,
  type QuestNews,
  rewardedQuest,
} from "./notifications.days-off.rules";
import { storeNotifications } from "./notifications.store.mutations";

/** Who is told about quests, rewards and leave that lapses. Closing a quest tells nobody: it takes nothing from anybody. */
export const daysOffNotices = {
  "quest.created": tellDepartment,
  "quest.accepted": tellAboutWork,
  "quest.reported": tellAboutWork,
  "quest.approved": tellAboutWork,
  "quest.rejected": tellAboutWork,
  "leave.rewarded": tellAboutReward,
  "leave.expiring": tellAboutExpiry,
  "leave.cancelled": tellAboutCancellation,
} as const;

async function tellDepartment(ctx: Ctx, event: EventEnvelope<"quest.created">): Promise<void> {
  const quest = await findQuest(ctx, event.data.questId);
  if (quest === null || quest.status !== "OPEN") return;
  const people: { id: EmployeeId }[] = await ctx.mysql.query(
    "SELECT id FROM employees WHERE department_id = ? AND status = 'ACTIVE'",
    [quest.departmentId],
  );
  await tell(ctx, event, quest, { to: people.map(({ id }) => id), work: null });
}

type WorkEvent = EventEnvelope<"quest.accepted" | "quest.reported" | "quest.approved" | "quest.rejected">;

async function tellAboutWork(ctx: Ctx, event: WorkEvent): Promise<void> {
  const { questId, employeeId } = event.data;
  const quest = await findQuest(ctx, questId);
  const work = await ctx.mysql.manager.findOneBy(questWorks, { questId, employeeId });
  if (quest === null || work === null) return;
  const isDecision = event.name === "quest.approved" || event.name === "quest.rejected";
  await tell(ctx, event, quest, { to: isDecision ? [employeeId] : await decidersOf(ctx, questId), work });
}

async function tell(
  ctx: Ctx,
  event: WorkEvent | EventEnvelope<"quest.created">,
  quest: QuestRow,
  { to, work }: { to: readonly EmployeeId[]; work: QuestWorkRow | null },
): Promise<void> {
  const people = await findPeople(ctx, event.actorId === null ? [] : [event.actorId]);
  const actor = event.actorId === null ? undefined : people.get(event.actorId);
  const news: QuestNews = { event, quest, work, actor: actor ? snapshotOf(actor) : null };
  await storeNotifications(ctx, notificationsAboutQuest(news, to));
}

async function tellAboutReward(ctx: Ctx, event: EventEnvelope<"leave.rewarded">): Promise<void> {
  const { employeeId, lotKey, leaveMinutes } = event.data;
  const questId = rewardedQuest(lotKey);
  const quest = questId === null ? null : await findQuest(ctx, questId);
  const dayMinutes = await dayOf(ctx, employeeId);
  const leave = { leaveMinutes: Math.abs(leaveMinutes), dayMinutes, expiresOn: null };
  await storeNotifications(ctx, [notificationOfLeave(event, leave, quest)]);
}

async function tellAboutExpiry(ctx: Ctx, event: EventEnvelope<"leave.expiring">): Promise<void> {
  const { employeeId, leaveMinutes, expiresOn } = event.data;
  const leave = { leaveMinutes, dayMinutes: await dayOf(ctx, employeeId), expiresOn };
  await storeNotifications(ctx, [notificationOfLeave(event, leave, null)]);
}

/** What was given back with approval is no news to who approved it. */
async function tellAboutCancellation(ctx: Ctx, event: EventEnvelope<"leave.cancelled">): Promise<void> {
  if (event.actorId === null) return;
  const document = await findDocument(ctx, event.data.requestId);
  if (document !== null) await storeNotifications(ctx, notificationsOfCancelledLeave(event, document));
}

async function dayOf(ctx: Ctx, employeeId: EmployeeId): Promise<number> {
  const { hours } = await findSubject(ctx.mysql.manager, employeeId);
  return dayMinutesOn(hours, koreanDate(ctx.clock.now()));
}

function findQuest(ctx: Ctx, id: QuestId): Promise<QuestRow | null> {
  return ctx.mysql.manager.findOneBy(quests, { id });
}
