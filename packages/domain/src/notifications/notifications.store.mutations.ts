import { isDuplicateKey } from "@erp/db/mongo/duplicate-key";
import { notificationCollection, type StoredNotification } from "@erp/db/mongo/models/notification";
import type { Ctx } from "../context";

/**
 * Stores what people are told; what an earlier delivery of the event has stored stays, read or not. Then their browsers
 * are signalled, again if need be: the earlier delivery may have died before its signal.
 */
export async function storeNotifications(ctx: Ctx, notifications: readonly StoredNotification[]): Promise<void> {
  await Promise.all(notifications.map((each) => insertOnce(ctx, each)));
  const told = notifications.map(({ employeeId }) => employeeId);
  if (told.length > 0) await ctx.signals.send(told, { about: "notifications" });
}

async function insertOnce(ctx: Ctx, notification: StoredNotification): Promise<void> {
  await notificationCollection(ctx.mongo)
    .insertOne(notification)
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
}
