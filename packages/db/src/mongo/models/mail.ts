import type { EmployeeId } from "@erp/contracts/ids";
import type { Locale } from "@erp/contracts/units";
import { type Collection, type Connection, type Model, Schema } from "mongoose";
import type { StoredNotification } from "./notification";

/** What a mail tells of a notification; the sentences are made when it is sent. */
export type MailedNotification = Pick<StoredNotification, "kind" | "actor" | "subject" | "text" | "leave" | "link">;

/** A mail that is to be sent, or was. */
export type StoredMail = {
  /** `<event id>:<employee id>` or `digest:<employee id>:<day>`: a second delivery of the event finds it already there. */
  _id: string;
  employeeId: EmployeeId;
  isDigest: boolean;
  language: Locale;
  notifications: MailedNotification[];
  createdAt: Date;
  /** Not before: quiet hours, and while somebody is sending it, the time of the next try. */
  dueAt: Date;
  attempts: number;
  /** SENT; DROPPED: there is nobody to send it to any more; GIVEN_UP: the mail service refused it for too long. */
  outcome: "SENT" | "DROPPED" | "GIVEN_UP" | null;
};

/** As long as an event may be replayed, its mail must be known as sent. */
const RETENTION_SECONDS = 365 * 24 * 60 * 60;

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const mail = new Schema<StoredMail>(
  {
    _id: text,
    employeeId: text,
    isDigest: { type: Boolean, required: true },
    language: text,
    notifications: { type: [Schema.Types.Mixed], required: true } as never,
    createdAt: instant,
    dueAt: instant,
    attempts: { type: Number, required: true },
    outcome: { type: String, default: null },
  },
  { collection: "mails", versionKey: false, strict: "throw", minimize: false },
);

mail.index({ outcome: 1, dueAt: 1 }, { name: "due" });
mail.index({ createdAt: 1 }, { name: "retention", expireAfterSeconds: RETENTION_SECONDS });

export function mailModel(connection: Connection): Model<StoredMail> {
  return connection.models.mail ?? connection.model<StoredMail>("mail", mail);
}

/** Without mongoose in between, as `documentCollection`. */
export function mailCollection(connection: Connection): Collection<StoredMail> {
  return mailModel(connection).collection as unknown as Collection<StoredMail>;
}
