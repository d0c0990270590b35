import { documentPath } from "@erp/contracts/approvals";
import type { EventEnvelope } from "@erp/contracts/events";
import { type EmployeeId, type QuestId, questId } from "@erp/contracts/ids";
import type { NotificationKind, NotifiedLeave } from "@erp/contracts/notifications";
import { questPath } from "@erp/contracts/quests";
import type { DocumentState, StoredPerson } from "@erp/db/mongo/models/approval-document";
import type { StoredNotification } from "@erp/db/mongo/models/notification";
import type { QuestWorkRow } from "@erp/db/mysql/entities/quest-works";
import type { QuestRow } from "@erp/db/mysql/entities/quests";
import { deciders } from "../approvals/approvals.boxes.rules";

type QuestEvent = EventEnvelope<
  "quest.created" | "quest.accepted" | "quest.reported" | "quest.approved" | "quest.rejected"
>;

/** What happened to a quest, and who caused it. */
export type QuestNews = { event: QuestEvent; quest: QuestRow; work: QuestWorkRow | null; actor: StoredPerson | null };

const kinds: Record<QuestEvent["name"], NotificationKind> = {
  "quest.created": "QUEST_OFFERED",
  "quest.accepted": "QUEST_ACCEPTED",
  "quest.reported": "QUEST_REPORTED",
  "quest.approved": "QUEST_APPROVED",
  "quest.rejected": "QUEST_REJECTED",
};

/** One notification each, never for who caused it. Work that was reported or rejected brings its words along. */
export function notificationsAboutQuest(news: QuestNews, to: readonly EmployeeId[]): StoredNotification[] {
  const { event, quest, actor } = news;
  const about = {
    kind: kinds[event.name],
    actor,
    subject: quest.title,
    text: wordsOf(news),
    leave: null,
    link: questPath(quest.id),
    createdAt: new Date(event.occurredAt),
    readAt: null,
  };
  return to
    .filter((employeeId) => employeeId !== event.actorId)
    .map((employeeId) => ({ _id: `${event.id}:${employeeId}`, employeeId, ...about }));
}

/** The beginning is enough to decide whether to look. */
const EXCERPT_LENGTH = 200;

function wordsOf({ event, work }: QuestNews): string | null {
  if (event.name === "quest.reported") return work?.note?.slice(0, EXCERPT_LENGTH) ?? null;
  return event.name === "quest.rejected" ? (work?.reason?.slice(0, EXCERPT_LENGTH) ?? null) : null;
}

/** Whoever approved leave that the person then took back by themselves. */
export function notificationsOfCancelledLeave(
  event: EventEnvelope<"leave.cancelled">,
  document: DocumentState,
): StoredNotification[] {
  const about = {
    kind: "LEAVE_CANCELLED" as const,
    actor: document.requester,
    subject: document.title,
    text: null,
    leave: null,
    link: documentPath(document._id),
    createdAt: new Date(event.occurredAt),
    readAt: null,
  };
  return deciders(document.line).map(({ id }) => ({ _id: `${event.id}:${id}`, employeeId: id, ...about }));
}

type LeaveEvent = EventEnvelope<"leave.rewarded" | "leave.expiring">;

/** A reward leads to what earned it, leave that lapses to where it can be taken. Nobody but the system acts. */
export function notificationOfLeave(
  event: LeaveEvent,
  leave: NotifiedLeave,
  quest: Pick<QuestRow, "id" | "title"> | null,
): StoredNotification {
  const { employeeId } = event.data;
  return {
    _id: `${event.id}:${employeeId}`,
    employeeId,
    kind: kindOf(event),
    actor: null,
    subject: quest?.title ?? null,
    text: null,
    leave,
    link: quest ? questPath(quest.id) : event.name === "leave.expiring" ? "/leave" : "/attendance",
    createdAt: new Date(event.occurredAt),
    readAt: null,
  };
}

function kindOf(event: LeaveEvent): NotificationKind {
  if (event.name === "leave.expiring") return "LEAVE_EXPIRING";
  return event.data.leaveMinutes > 0 ? "REWARD_PAID" : "REWARD_TAKEN_BACK";
}

/** The quest in the key of a reward's lot, `quest:<quest>:<employee>`; null for rewards of attendance. */
export function rewardedQuest(lotKey: string): QuestId | null {
  const [kind, id] = lotKey.split(":");
  const parsed = questId.safeParse(id);
  return kind === "quest" && parsed.success ? parsed.data : null;
}
