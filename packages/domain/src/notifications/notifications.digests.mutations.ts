import { koreanDate } from "@erp/contracts/dates";
import { notificationModel } from "@erp/db/mongo/models/notification";
import { preferencesModel, type StoredPreferences } from "@erp/db/mongo/models/notification-preferences";
import type { Ctx } from "../context";
import { storeMails } from "./notifications.mails.mutations";
import { newMail } from "./notifications.mails.rules";
import { lastStruck, nextDigest } from "./notifications.preferences.rules";

/** Bounds one run; the next one goes on. */
const PEOPLE_PER_RUN = 200;
/** As long as somebody reads a list in a mail; all of it is in the portal. */
const NOTIFICATIONS_PER_DIGEST = 50;
/** A digest closes so long before its hour: what is still on its way to be stored comes in the next one, and in one of them. */
const CLOSES_BEFORE_MS = 5 * 60_000;

/**
 * Writes the digests that are due: one a day and person with what came since the last one and is unread. Whatever hours or
 * days were missed, one digest makes up for them; running it again finds none. Answers how many it wrote.
 */
export async function writeDueDigests(ctx: Ctx): Promise<number> {
  const due: StoredPreferences[] = await preferencesModel(ctx.mongo)
    .find({ nextDigestAt: { $lte: ctx.clock.now() } })
    .limit(PEOPLE_PER_RUN)
    .lean();
  let written = 0;
  for (const preferences of due) written += await writeDigest(ctx, preferences);
  return written;
}

/** First the mail, whose id names the day, then that it is written: dying in between writes no second one. */
async function writeDigest(ctx: Ctx, preferences: StoredPreferences): Promise<0 | 1> {
  const { _id: employeeId, digestHour, nextDigestAt, digestedUntil } = preferences;
  if (digestHour === null) return 0;
  const now = ctx.clock.now();
  const struck = lastStruck(digestHour, now);
  const day = koreanDate(struck);
  const until = new Date(struck.getTime() - CLOSES_BEFORE_MS);
  const notifications = await notificationModel(ctx.mongo)
    .find({ employeeId, readAt: null, createdAt: { $gt: digestedUntil ?? until, $lte: until } })
    .sort({ createdAt: -1 })
    .limit(NOTIFICATIONS_PER_DIGEST)
    .lean();
  const isWritten = notifications.length > 0;
  if (isWritten) {
    const mail = { _id: `digest:${employeeId}:${day}`, isDigest: true, notifications };
    await storeMails(ctx, [newMail(mail, preferences, { employeeId, now })]);
  }
  const next = nextDigest(digestHour, now, day);
  await preferencesModel(ctx.mongo).updateOne(
    { _id: employeeId, nextDigestAt },
    { $set: { nextDigestAt: next, digestedUntil: until, ...(isWritten && { lastDigestOn: day }) } },
  );
  return isWritten ? 1 : 0;
}
