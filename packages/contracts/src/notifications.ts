import { z } from "zod";
import { calendarDate } from "./dates";
import { personView } from "./employees";
import { cursor, pageOf, pageSize } from "./paging";

/** Why a person is told something; the sentence is made from it in the reader's language. */
export const notificationKind = z.enum([
  "APPROVAL_REQUESTED",
  "APPROVAL_APPROVED",
  "APPROVAL_REJECTED",
  "APPROVAL_WITHDRAWN",
  "APPROVAL_COMMENTED",
  "APPROVAL_REFERENCED",
  "APPROVAL_SHARED",
  "APPROVAL_DUE_SOON",
  "APPROVAL_OVERDUE",
  "APPROVAL_ESCALATED",
  "SUBSTITUTE_REQUESTED",
  "SUBSTITUTE_NAMED",
  "SUBSTITUTE_ENDED",
  "ACCOUNT_CHANGED",
  "QUEST_OFFERED",
  "QUEST_ACCEPTED",
  "QUEST_REPORTED",
  "QUEST_APPROVED",
  "QUEST_REJECTED",
  "REWARD_PAID",
  "REWARD_TAKEN_BACK",
  "LEAVE_EXPIRING",
  "LEAVE_CANCELLED",
]);
export type NotificationKind = z.infer<typeof notificationKind>;

/** An amount of leave and what a day of it costs the reader, so that it can be said in days; and its last day, if that is the news. */
export const notifiedLeave = z.object({
  leaveMinutes: z.int(),
  dayMinutes: z.int(),
  expiresOn: calendarDate.nullable(),
});
export type NotifiedLeave = z.infer<typeof notifiedLeave>;

/** `<event id>:<employee id>`: a second delivery of the event finds it already there. */
export const notificationId = z.string().regex(/^[0-9A-Z]{26}:[0-9A-Z]{26}$/);

export const notificationView = z.object({
  id: notificationId,
  kind: notificationKind,
  /** Who caused it, or in whose place a substitute or manager is asked; null where the system did. */
  actor: personView.nullable(),
  /** The title of the document or quest; null where the kind itself says what it is about. */
  subject: z.string().nullable(),
  /** A rejection's reason or the beginning of a comment. */
  text: z.string().nullable(),
  /** What was paid, taken back or is about to lapse. */
  leave: notifiedLeave.nullable(),
  /** A path within the portal. */
  link: z.string(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export type NotificationView = z.infer<typeof notificationView>;

export const listNotificationsInput = z.strictObject({
  unreadOnly: z.boolean().default(false),
  cursor: cursor.optional(),
  limit: pageSize,
});
export type ListNotificationsInput = z.infer<typeof listNotificationsInput>;
export const notificationPage = pageOf(notificationView);

export const readNotificationInput = z.strictObject({ notificationId });
export type ReadNotificationInput = z.infer<typeof readNotificationInput>;

/** Reading a document reads what was said about it. */
export const readLinkInput = z.strictObject({ link: z.string().startsWith("/").max(200) });
export type ReadLinkInput = z.infer<typeof readLinkInput>;

export const unreadCount = z.object({ unread: z.int() });
