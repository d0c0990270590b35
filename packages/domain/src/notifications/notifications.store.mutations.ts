import { insertOnce } from "@erp/db/mongo/insert-once";
import { notificationCollection, type StoredNotification } from "@erp/db/mongo/models/notification";
import type { Ctx } from "../context";
import { storeMails } from "./notifications.mails.mutations";
import { newMail } from "./notifications.mails.rules";
import { preferencesOf } from "./notifications.preferences.queries";
import { isWanted } from "./notifications.preferences.rules";

/**
 * Tells people what they want to be told, where they want it: in the portal, by mail, or not at all. What an earlier delivery
 * of the event has stored stays, read or not. Then their browsers are signalled, again if need be: the earlier delivery may
 * have died before its signal.
 */
export async function storeNotifications(ctx: Ctx, notifications: readonly StoredNotification[]): Promise<void> {
  if (notifications.length === 0) return;
  const people = await preferencesOf(
    ctx,
    notifications.map(({ employeeId }) => employeeId),
  );
  const now = ctx.clock.now();
  const shown = notifications.filter(({ employeeId, kind }) => isWanted(people.get(employeeId), kind, "IN_APP"));
  const mails = notifications
    .filter(({ employeeId, kind }) => isWanted(people.get(employeeId), kind, "EMAIL"))
    .map((each) => {
      const { _id, employeeId } = each;
      const mail = { _id, isDigest: false, notifications: [each] };
      return newMail(mail, people.get(employeeId), { employeeId, now });
    });
  const collection = notificationCollection(ctx.mongo);
  await Promise.all([
    storeMails(ctx, mails),
    ...shown.map((each) => insertOnce(collection, { ...each, storedAt: now })),
  ]);
  const told = shown.map(({ employeeId }) => employeeId);
  if (told.length > 0) await ctx.signals.send(told, { about: "notifications" });
}
