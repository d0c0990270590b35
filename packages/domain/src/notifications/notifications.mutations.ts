import type { ReadLinkInput, ReadNotificationInput } from "@erp/contracts/notifications";
import { notificationModel } from "@erp/db/mongo/models/notification";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { countUnread } from "./notifications.queries";

type Unread = { unread: number };

/** Reading twice is no error. Throws `notification.not-found`, also for somebody else's. */
export async function readNotification(ctx: Ctx, { notificationId }: ReadNotificationInput): Promise<Unread> {
  const actor = authorize(ctx, "notifications:read");
  const own = await notificationModel(ctx.mongo).exists({ _id: notificationId, employeeId: actor.id });
  if (own === null) throw new DomainError("notification.not-found");
  return markRead(ctx, actor, { _id: notificationId });
}

export async function readAllNotifications(ctx: Ctx): Promise<Unread> {
  return markRead(ctx, authorize(ctx, "notifications:read"), {});
}

/** Reads everything that links to this page, because the person is looking at it. */
export async function readNotificationsAbout(ctx: Ctx, { link }: ReadLinkInput): Promise<Unread> {
  return markRead(ctx, authorize(ctx, "notifications:read"), { link });
}

/** Marks the actor's unread ones; their other tabs are signalled if that changed anything. */
async function markRead(ctx: Ctx, actor: EmployeeActor, which: { _id?: string; link?: string }): Promise<Unread> {
  const unread = { ...which, employeeId: actor.id, readAt: null };
  const { modifiedCount } = await notificationModel(ctx.mongo).updateMany(unread, {
    $set: { readAt: ctx.clock.now() },
  });
  if (modifiedCount > 0) await ctx.signals.send([actor.id], { about: "notifications" });
  return countUnread(ctx);
}
