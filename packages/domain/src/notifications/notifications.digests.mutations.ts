import { koreanDate } from "@erp/contracts/dates";
import { notificationModel } from "@erp/db/mongo/models/notification";
import { preferencesModel, type StoredPreferences } from "@erp/db/mongo/models/notification-preferences";
import type { Ctx } from "../context";
import { storeMails } from "./notifications.mails.mutations";
import { newMail } from "./notifications.mails.rules";
import { lastStruck, nextDigest } from "./notifications.preferences.rules";

/** Read at once; a run goes on until nobody is left. */
const PEOPLE_AT_ONCE = 200;
/** As long as somebody reads a list in a mail; all of it is in the portal. */
const NOTIFICATIONS_PER_DIGEST = 50;
/** A digest closes so long before its hour: what is still on its way to be stored comes in the next one, and in one of them. */
const CLOSES_BEFORE_MS = 5 * 60_000;

/**
 * Writes the digests that are due: one a day and person with what came since the last one and is unread. Whatever hours or
 * days were missed, one digest makes up for them; running it again finds none. Answers how many it wrote.
 */
export async function writeDueDigests(ctx: Ctx): Promise<number> {
  let written = 0;
  for (let mayBeMore = true; mayBeMore; ) {
    const due: StoredPreferences[] = await preferencesModel(ctx.mongo)
      .find({ nextDigestAt: { $lte: ctx.clock.now() }, digestHour: { $ne: null } })
      .limit(PEOPLE_AT_ONCE)
      .lean();
    for (const preferences of due) written += await writeDigest(ctx, preferences);
    mayBeMore = due.length === PEOPLE_AT_ONCE;
  }
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
  // By when it was stored: what an outage held up has happened before the last digest, and was in none.
  const window = { $gt: digestedUntil ?? until, $lte: until };
  const notifications = await notificationModel(ctx.mongo)
    .find({ employeeId, readAt: null, $or: [{ storedAt: window }, { storedAt: null, createdAt: window }] })
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
