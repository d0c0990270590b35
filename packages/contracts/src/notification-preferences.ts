import { z } from "zod";
import { type NotificationKind, notificationKind } from "./notifications";
import { locale } from "./units";

export const notificationChannel = z.enum(["IN_APP", "EMAIL"]);
export type NotificationChannel = z.infer<typeof notificationChannel>;

/**
 * What is mailed unless the person says otherwise: where somebody else's work waits for them, or where they lose something by
 * not looking. All the rest can wait until they open the portal; a full mailbox is one that nobody reads.
 */
const mailedKinds: ReadonlySet<NotificationKind> = new Set([
  "APPROVAL_REQUESTED",
  "SUBSTITUTE_REQUESTED",
  "APPROVAL_DUE_SOON",
  "APPROVAL_ESCALATED",
  "QUEST_REPORTED",
  "LEAVE_EXPIRING",
]);

/** In the portal everything is told. */
export function isOnByDefault(kind: NotificationKind, channel: NotificationChannel): boolean {
  return channel === "IN_APP" || mailedKinds.has(kind);
}

/** A civil time in Asia/Seoul, "22:30". */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time.malformed");

/** From one civil time to the next time it is the other, past midnight where `to` is the earlier one. */
export const quietHours = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to, { error: "quiet-hours.empty", path: ["to"] });
export type QuietHours = z.infer<typeof quietHours>;

const digestHour = z.int().min(0).max(23);

export const notificationChoice = z.strictObject({
  kind: notificationKind,
  channel: notificationChannel,
  isOn: z.boolean(),
});
export type NotificationChoice = z.infer<typeof notificationChoice>;

export const notificationPreferences = z.object({
  /** Every kind in every channel. */
  choices: z.array(notificationChoice),
  /** When no mail is sent; it comes when they end. Null: at any time. */
  quietHours: quietHours.nullable(),
  /** The hour in Korea at which what is unread comes as one mail; null: never. */
  digestHour: digestHour.nullable(),
  /** What mails speak: the language chosen for them, else the one the portal was last used in. */
  mailLanguage: locale,
});
export type NotificationPreferences = z.infer<typeof notificationPreferences>;

/** Only what is named changes, so that two tabs cannot undo each other's choices. */
export const changePreferencesInput = z.strictObject({
  choice: notificationChoice.optional(),
  quietHours: quietHours.nullable().optional(),
  digestHour: digestHour.nullable().optional(),
  /** The language the portal is used in, which mails speak until `mailLanguage` is chosen. */
  language: locale.optional(),
  mailLanguage: locale.optional(),
});
export type ChangePreferencesInput = z.infer<typeof changePreferencesInput>;
