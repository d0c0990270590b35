/** Every notification, for the bell, the dashboard and the page. */
export const everyNotification = { unreadOnly: false } as const;

/** What is unread, for the page's filter. */
export const unreadNotifications = { unreadOnly: true } as const;

/** At once, to mark documents in lists: enough for all but somebody who has been away for months. */
export const manyUnreadNotifications = { unreadOnly: true, limit: 100 } as const;
