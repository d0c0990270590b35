import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { NotificationChannel, QuietHours } from "@erp/contracts/notification-preferences";
import type { NotificationKind } from "@erp/contracts/notifications";
import type { Locale } from "@erp/contracts/units";
import { type Connection, type Model, Schema } from "mongoose";

/**
 * What somebody decided about their notifications. Beside the notifications, so that storing them costs one more read of the
 * same database for all who are told; people who never decided anything have none.
 */
export type StoredPreferences = {
  _id: EmployeeId;
  /** Only what differs from, or was set to, something: a kind that is new has its default. */
  choices: Partial<Record<NotificationKind, Partial<Record<NotificationChannel, boolean>>>>;
  quietHours: QuietHours | null;
  digestHour: number | null;
  /** The one the portal was last used in. */
  language: Locale;
  /** Null, or missing in what is older than the choice: mails speak `language`. */
  mailLanguage: Locale | null;
  /** When the next digest is due; null where none is wanted. */
  nextDigestAt: Date | null;
  /** Notifications up to here were in a digest, or are older than the wish for one. */
  digestedUntil: Date | null;
  /** The day of the last digest: another hour must not bring a second one. */
  lastDigestOn: CalendarDate | null;
};

const preferences = new Schema<StoredPreferences>(
  {
    _id: { type: String, required: true },
    choices: { type: Schema.Types.Mixed, default: {} },
    quietHours: { type: Schema.Types.Mixed, default: null },
    digestHour: { type: Number, default: null },
    language: { type: String, default: "ko" },
    mailLanguage: { type: String, default: null },
    nextDigestAt: { type: Date, default: null },
    digestedUntil: { type: Date, default: null },
    lastDigestOn: { type: String, default: null },
  },
  { collection: "notification_preferences", versionKey: false, strict: "throw", minimize: false },
);

preferences.index({ nextDigestAt: 1 }, { name: "due" });

export function preferencesModel(connection: Connection): Model<StoredPreferences> {
  return (
    connection.models.notificationPreferences ??
    connection.model<StoredPreferences>("notificationPreferences", preferences)
  );
}
