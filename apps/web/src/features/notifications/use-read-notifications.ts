"use client";

import type { NotificationView } from "@erp/contracts/notifications";
import { trpc } from "@/lib/trpc";
import { everyNotification, manyUnreadNotifications, unreadNotifications } from "./list-inputs";

/**
 * Reading is one's own small act: the lists and the count change at once, and are read again when the server has
 * answered, whichever way.
 */
export function useReadNotifications() {
  const cache = trpc.useUtils();
  const settle = () => cache.notifications.invalidate();

  /** Marks what matches as read in every list that is open. */
  function showAsRead(matches: (notification: NotificationView) => boolean) {
    const readAt = new Date();
    const read = (notification: NotificationView) =>
      notification.readAt === null && matches(notification) ? { ...notification, readAt } : notification;
    for (const input of [everyNotification, unreadNotifications, manyUnreadNotifications]) {
      cache.notifications.list.setInfiniteData(
        input,
        (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(read) })) },
      );
    }
  }

  const readLink = trpc.notifications.readLink.useMutation({
    onMutate: ({ link }) => showAsRead((notification) => notification.link === link),
    onSettled: settle,
  });
  const readAll = trpc.notifications.readAll.useMutation({
    onMutate: () => {
      showAsRead(() => true);
      cache.notifications.unread.setData(undefined, { unread: 0 });
    },
    onSettled: settle,
  });
  return { readLink, readAll };
}
