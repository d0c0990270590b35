import { addDays, type CalendarDate, koreanDate, startOfKoreanDay } from "@erp/contracts/dates";
import { isOnByDefault, type NotificationChannel, type QuietHours } from "@erp/contracts/notification-preferences";
import type { NotificationKind } from "@erp/contracts/notifications";
import type { Locale } from "@erp/contracts/units";
import type { StoredPreferences } from "@erp/db/mongo/models/notification-preferences";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Whether somebody wants to be told of this kind in this channel. */
export function isWanted(
  preferences: Pick<StoredPreferences, "choices"> | undefined,
  kind: NotificationKind,
  channel: NotificationChannel,
): boolean {
  return preferences?.choices[kind]?.[channel] ?? isOnByDefault(kind, channel);
}

/** The language of somebody's mails: chosen for them, else the one the portal was last used in. */
export function mailLanguageOf(preferences: Pick<StoredPreferences, "language" | "mailLanguage"> | undefined): Locale {
  return preferences?.mailLanguage ?? preferences?.language ?? "ko";
}

/** When a mail may go out: now, or when the quiet hours end that now lies in. Their first minute is quiet, their last is not. */
export function endOfQuiet(quietHours: QuietHours | null, now: Date): Date {
  if (quietHours === null) return now;
  const midnight = startOfKoreanDay(koreanDate(now)).getTime();
  const from = midnight + millisecondsOf(quietHours.from);
  const to = midnight + millisecondsOf(quietHours.to);
  const time = now.getTime();
  // Through midnight the quiet of one evening ends on the next day, and that of yesterday's evening today.
  if (from > to) return time >= from ? new Date(to + DAY_MS) : new Date(Math.max(time, to));
  return time >= from && time < to ? new Date(to) : now;
}

/** The last time that the clock in Korea struck this hour. */
export function lastStruck(hour: number, now: Date): Date {
  const today = startOfKoreanDay(koreanDate(now)).getTime() + hour * HOUR_MS;
  return new Date(today <= now.getTime() ? today : today - DAY_MS);
}

/** When the next digest is due: the next time it strikes this hour, but not on a day that had one. */
export function nextDigest(hour: number, now: Date, lastDigestOn: CalendarDate | null): Date {
  const next = new Date(lastStruck(hour, now).getTime() + DAY_MS);
  const day = koreanDate(next);
  return day === lastDigestOn ? new Date(startOfKoreanDay(addDays(day, 1)).getTime() + hour * HOUR_MS) : next;
}

function millisecondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * HOUR_MS + minutes * MINUTE_MS;
}
