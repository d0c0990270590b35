import { daysOffNotices } from "@erp/domain/notifications/notifications.days-off.reactions";
import { notificationReactions } from "@erp/domain/notifications/notifications.reactions";
import { substituteNotices } from "@erp/domain/notifications/notifications.substitutes.reactions";
import { defineConsumer } from "../define-consumer";

/** Stores who is told what, and signals them. */
export const notificationsConsumer = defineConsumer({
  group: "notifications",
  on: { ...notificationReactions, ...substituteNotices, ...daysOffNotices },
});
