import type { NotificationView } from "@erp/contracts/notifications";

/** Everything said about one document, newest first. */
export type NotificationGroup = { link: string; latest: NotificationView; earlier: NotificationView[]; unread: number };

/** Groups in the order of their newest notification. */
export function groupByLink(notifications: readonly NotificationView[]): NotificationGroup[] {
  const byLink = new Map<string, NotificationView[]>();
  for (const notification of notifications) {
    const group = byLink.get(notification.link);
    if (group === undefined) byLink.set(notification.link, [notification]);
    else group.push(notification);
  }
  return [...byLink.entries()].flatMap(([link, [latest, ...earlier]]) =>
    latest === undefined
      ? []
      : [{ link, latest, earlier, unread: [latest, ...earlier].filter(({ readAt }) => readAt === null).length }],
  );
}
