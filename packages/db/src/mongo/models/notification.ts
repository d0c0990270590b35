import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import type { NotificationKind, NotifiedLeave } from "@erp/contracts/notifications";
import { type Collection, type Connection, type Model, Schema } from "mongoose";

export type StoredNotification = {
  /** `<event id>:<employee id>`: a second delivery of the event finds it already there. */
  _id: string;
  employeeId: EmployeeId;
  kind: NotificationKind;
  actor: PersonView | null;
  subject: string | null;
  text: string | null;
  leave: NotifiedLeave | null;
  link: string;
  /** When that happened of which it tells. */
  createdAt: Date;
  /** When it came into the list, an outage later if need be; missing in what is older than the question. */
  storedAt?: Date;
  readAt: Date | null;
};

/** A notification is kept for a year; the documents it speaks of stay. */
const RETENTION_SECONDS = 365 * 24 * 60 * 60;

const text = { type: String, required: true } as const;

const notification = new Schema<StoredNotification>(
  {
    _id: text,
    employeeId: text,
    kind: text,
    actor: { type: Schema.Types.Mixed, default: null },
    subject: { type: String, default: null },
    text: { type: String, default: null },
    leave: { type: Schema.Types.Mixed, default: null },
    link: text,
    createdAt: { type: Date, required: true },
    storedAt: Date,
    readAt: { type: Date, default: null },
  },
  { collection: "notifications", versionKey: false, strict: "throw", minimize: false },
);

notification.index({ employeeId: 1, createdAt: -1, _id: -1 }, { name: "list" });
notification.index({ employeeId: 1, readAt: 1, link: 1 }, { name: "unread" });
notification.index({ createdAt: 1 }, { name: "retention", expireAfterSeconds: RETENTION_SECONDS });

export function notificationModel(connection: Connection): Model<StoredNotification> {
  return connection.models.notification ?? connection.model<StoredNotification>("notification", notification);
}

/** Without mongoose in between, as `documentCollection`. */
export function notificationCollection(connection: Connection): Collection<StoredNotification> {
  return notificationModel(connection).collection as unknown as Collection<StoredNotification>;
}
