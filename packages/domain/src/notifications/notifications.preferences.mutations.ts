import type { ChangePreferencesInput, NotificationPreferences } from "@erp/contracts/notification-preferences";
import { preferencesModel, type StoredPreferences } from "@erp/db/mongo/models/notification-preferences";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { preferencesOf, readPreferences } from "./notifications.preferences.queries";
import { nextDigest } from "./notifications.preferences.rules";

/** Changes what is named of the actor's own preferences, and nothing else. */
export async function changePreferences(ctx: Ctx, input: ChangePreferencesInput): Promise<NotificationPreferences> {
  const actor = authorize(ctx, "notifications:read");
  const { choice, quietHours, digestHour, language, mailLanguage } = input;
  const change = {
    ...(choice && { [`choices.${choice.kind}.${choice.channel}`]: choice.isOn }),
    ...(quietHours !== undefined && { quietHours }),
    ...(digestHour !== undefined && (await digestAt(ctx, actor, digestHour))),
    ...(language && { language }),
    ...(mailLanguage && { mailLanguage }),
  };
  if (Object.keys(change).length > 0) {
    await preferencesModel(ctx.mongo).updateOne({ _id: actor.id }, { $set: change }, { upsert: true });
  }
  return readPreferences(ctx);
}

type DigestTimes = Pick<StoredPreferences, "digestHour" | "nextDigestAt" | "digestedUntil">;

/** A digest begins with what comes from now on; another hour takes nothing out of it. */
async function digestAt(ctx: Ctx, { id }: EmployeeActor, digestHour: number | null): Promise<DigestTimes> {
  if (digestHour === null) return { digestHour, nextDigestAt: null, digestedUntil: null };
  const now = ctx.clock.now();
  const stored = (await preferencesOf(ctx, [id])).get(id);
  return {
    digestHour,
    nextDigestAt: nextDigest(digestHour, now, stored?.lastDigestOn ?? null),
    digestedUntil: stored?.digestedUntil ?? now,
  };
}
