import { changePreferencesInput, notificationPreferences } from "@erp/contracts/notification-preferences";
import {
  listNotificationsInput,
  notificationPage,
  readLinkInput,
  readNotificationInput,
  unreadCount,
} from "@erp/contracts/notifications";
import {
  readAllNotifications,
  readNotification,
  readNotificationsAbout,
} from "@erp/domain/notifications/notifications.mutations";
import { changePreferences } from "@erp/domain/notifications/notifications.preferences.mutations";
import { readPreferences } from "@erp/domain/notifications/notifications.preferences.queries";
import { countUnread, listNotifications } from "@erp/domain/notifications/notifications.queries";
import { permitted, router } from "./trpc";

export const notificationsRouter = router({
  list: permitted("notifications:read")
    .input(listNotificationsInput)
    .output(notificationPage)
    .query(({ ctx, input }) => listNotifications(ctx.ctx, input)),
  unread: permitted("notifications:read")
    .output(unreadCount)
    .query(({ ctx }) => countUnread(ctx.ctx)),
  read: permitted("notifications:read")
    .input(readNotificationInput)
    .output(unreadCount)
    .mutation(({ ctx, input }) => readNotification(ctx.ctx, input)),
  readAll: permitted("notifications:read")
    .output(unreadCount)
    .mutation(({ ctx }) => readAllNotifications(ctx.ctx)),
  readLink: permitted("notifications:read")
    .input(readLinkInput)
    .output(unreadCount)
    .mutation(({ ctx, input }) => readNotificationsAbout(ctx.ctx, input)),
  preferences: permitted("notifications:read")
    .output(notificationPreferences)
    .query(({ ctx }) => readPreferences(ctx.ctx)),
  changePreferences: permitted("notifications:read")
    .input(changePreferencesInput)
    .output(notificationPreferences)
    .mutation(({ ctx, input }) => changePreferences(ctx.ctx, input)),
});
