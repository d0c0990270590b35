import type { EmployeeId } from "@erp/contracts/ids";
import { insertOnce } from "@erp/db/mongo/insert-once";
import { mailCollection, mailModel, type StoredMail } from "@erp/db/mongo/models/mail";
import type { Ctx } from "../context";
import type { Mailer } from "../mailer";
import { composeLetter } from "./notifications.mails.rules";
import { preferencesOf } from "./notifications.preferences.queries";
import { endOfQuiet } from "./notifications.preferences.rules";

const MINUTE_MS = 60_000;
/** Bounds one run; the next one goes on. */
const MAILS_PER_RUN = 100;
/** How long a letter is one sender's alone, and how long the wait is before it is tried again. */
const RETRY_AFTER_MS = 2 * MINUTE_MS;
/** What nobody could be told for so long is no news any more. */
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * MINUTE_MS;

/** Stores mails to be sent; one that an earlier delivery of the event has stored stays, sent or not. */
export async function storeMails(ctx: Ctx, mails: readonly StoredMail[]): Promise<void> {
  const collection = mailCollection(ctx.mongo);
  await Promise.all(mails.map((mail) => insertOnce(collection, mail)));
}

/** Where letters go, and the address their links begin with. */
export type MailService = { mailer: Mailer; portalUrl: string };

/**
 * Sends what is due and answers how many it sent. Two senders at once never take the same letter. One that dies between
 * handing a letter over and writing it down leaves it to the next, under the same id (ADR 0026).
 */
export async function sendDueMails(ctx: Ctx, service: MailService): Promise<number> {
  const due: StoredMail[] = await mailModel(ctx.mongo)
    .find({ outcome: null, dueAt: { $lte: ctx.clock.now() } })
    .sort({ dueAt: 1 })
    .limit(MAILS_PER_RUN)
    .lean();
  if (due.length === 0) return 0;
  const addresses = await addressesOf(
    ctx,
    due.map(({ employeeId }) => employeeId),
  );
  let sent = 0;
  for (const mail of due) {
    if ((await mayGoOut(ctx, mail)) && (await isOurs(ctx, mail)))
      sent += await deliver(ctx, mail, addresses.get(mail.employeeId), service);
  }
  return sent;
}

/** Quiet hours may have been chosen, or begun, since the letter was written: it is put off until they end. */
async function mayGoOut(ctx: Ctx, { _id, employeeId, dueAt, attempts }: StoredMail): Promise<boolean> {
  const now = ctx.clock.now();
  const preferences = (await preferencesOf(ctx, [employeeId])).get(employeeId);
  const quietUntil = endOfQuiet(preferences?.quietHours ?? null, now);
  if (quietUntil <= now) return true;
  await mailModel(ctx.mongo).updateOne({ _id, outcome: null, dueAt, attempts }, { $set: { dueAt: quietUntil } });
  return false;
}

/** Taking a letter puts its next try off: whoever else has found it finds it changed. */
async function isOurs(ctx: Ctx, { _id, dueAt, attempts }: StoredMail): Promise<boolean> {
  const nextTry = new Date(ctx.clock.now().getTime() + RETRY_AFTER_MS);
  const { modifiedCount } = await mailModel(ctx.mongo).updateOne(
    { _id, outcome: null, dueAt, attempts },
    { $set: { dueAt: nextTry }, $inc: { attempts: 1 } },
  );
  return modifiedCount === 1;
}

async function deliver(ctx: Ctx, mail: StoredMail, to: string | undefined, service: MailService): Promise<0 | 1> {
  if (to === undefined) return end(ctx, mail, "DROPPED");
  if (ctx.clock.now().getTime() - mail.createdAt.getTime() > GIVE_UP_AFTER_MS) return end(ctx, mail, "GIVEN_UP");
  try {
    await service.mailer.send(composeLetter(mail, to, service.portalUrl));
  } catch (error) {
    ctx.log.warn({ mail: mail._id, attempts: mail.attempts + 1, err: error }, "mail not sent");
    return 0;
  }
  return end(ctx, mail, "SENT");
}

async function end(ctx: Ctx, { _id }: StoredMail, outcome: Exclude<StoredMail["outcome"], null>): Promise<0 | 1> {
  await mailModel(ctx.mongo).updateOne({ _id }, { $set: { outcome } });
  return outcome === "SENT" ? 1 : 0;
}

/** By person as of now; leavers get no mail. */
async function addressesOf(ctx: Ctx, people: readonly EmployeeId[]): Promise<Map<EmployeeId, string>> {
  const rows: { id: EmployeeId; email: string }[] = await ctx.mysql.query(
    "SELECT id, email FROM employees WHERE id IN (?) AND status = 'ACTIVE'",
    [people],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}
