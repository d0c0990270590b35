import { z } from "zod";
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
  "ACCOUNT_CHANGED",
]);
export type NotificationKind = z.infer<typeof notificationKind>;

/** `<event id>:<employee id>`: a second delivery of the event finds it already there. */
export const notificationId = z.string().regex(/^[0-9A-Z]{26}:[0-9A-Z]{26}$/);

export const notificationView = z.object({
  id: notificationId,
  kind: notificationKind,
  /** Who caused it; null where the system did. */
  actor: personView.nullable(),
  /** The document's title, or what else it is about. */
  subject: z.string(),
  /** A rejection's reason or the beginning of a comment. */
  text: z.string().nullable(),
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
