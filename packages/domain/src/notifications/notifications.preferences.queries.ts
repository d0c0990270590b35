import type { EmployeeId } from "@erp/contracts/ids";
import { type NotificationPreferences, notificationChannel } from "@erp/contracts/notification-preferences";
import { notificationKind } from "@erp/contracts/notifications";
import { combineById, onePer } from "@erp/db/combine";
import { preferencesModel, type StoredPreferences } from "@erp/db/mongo/models/notification-preferences";
import type { Connection } from "mongoose";
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
  const found = await Promise.all([...new Set(people)].map(preferencesIn(ctx.mongo)));
  return new Map(
    found.filter((preferences) => preferences !== null).map((preferences) => [preferences._id, preferences]),
  );
}

const preferencesIn = onePer((mongo: Connection) =>
  combineById(
    (people: readonly EmployeeId[]) =>
      preferencesModel(mongo)
        .find({ _id: { $in: [...people] } })
        .lean<StoredPreferences[]>(),
    ({ _id }) => _id,
  ),
);
