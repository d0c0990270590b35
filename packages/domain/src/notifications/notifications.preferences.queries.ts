import type { EmployeeId } from "@erp/contracts/ids";
import { type NotificationPreferences, notificationChannel } from "@erp/contracts/notification-preferences";
import { notificationKind } from "@erp/contracts/notifications";
import { preferencesModel, type StoredPreferences } from "@erp/db/mongo/models/notification-preferences";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { isWanted, mailLanguageOf } from "./notifications.preferences.rules";

/** What the actor decided, filled up with what holds for everybody who did not. */
export async function readPreferences(ctx: Ctx): Promise<NotificationPreferences> {
  const { id } = authorize(ctx, "notifications:read");
  const stored = (await preferencesOf(ctx, [id])).get(id);
  const choices = notificationKind.options.flatMap((kind) =>
    notificationChannel.options.map((channel) => ({ kind, channel, isOn: isWanted(stored, kind, channel) })),
  );
  return {
    choices,
    quietHours: stored?.quietHours ?? null,
    digestHour: stored?.digestHour ?? null,
    mailLanguage: mailLanguageOf(stored),
  };
}

/** By person; whoever never decided anything is missing. */
export async function preferencesOf(
  ctx: Ctx,
  people: readonly EmployeeId[],
): Promise<Map<EmployeeId, StoredPreferences>> {
  const found = await preferencesModel(ctx.mongo)
    .find({ _id: { $in: people } })
    .lean();
  return new Map(found.map((preferences) => [preferences._id, preferences]));
}
