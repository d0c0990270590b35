import { fillPlaces } from "@erp/contracts/fill-places";
import { notificationSentence, notificationSubject } from "@erp/contracts/notification-sentences";
import type { Locale, LocalizedText } from "@erp/contracts/units";
import type { MailedNotification, StoredMail } from "@erp/db/mongo/models/mail";
import type { StoredNotification } from "@erp/db/mongo/models/notification";
import type { StoredPreferences } from "@erp/db/mongo/models/notification-preferences";
import type { Letter } from "../mailer";
import { endOfQuiet, mailLanguageOf } from "./notifications.preferences.rules";

const digestTitle: LocalizedText = { ko: "읽지 않은 알림 {count}건", en: "Unread notifications: {count}" };
const footer: LocalizedText = {
  ko: "메일로 받을 알림은 여기에서 고를 수 있어요: {settings}",
  en: "Choose here what is mailed to you: {settings}",
};
const company: LocalizedText = { ko: "한빛 포털", en: "Hanbit Portal" };

type MailOf = Pick<StoredMail, "_id" | "isDigest"> & { notifications: readonly StoredNotification[] };

/** A mail that waits to be sent, after the quiet hours of whom it is for. */
export function newMail(
  { _id, isDigest, notifications }: MailOf,
  preferences: StoredPreferences | undefined,
  { employeeId, now }: { employeeId: StoredMail["employeeId"]; now: Date },
): StoredMail {
  return {
    _id,
    employeeId,
    isDigest,
    language: mailLanguageOf(preferences),
    notifications: notifications.map(toMailed),
    createdAt: now,
    dueAt: endOfQuiet(preferences?.quietHours ?? null, now),
    attempts: 0,
    outcome: null,
  };
}

function toMailed({ kind, actor, subject, text, leave, link }: StoredNotification): MailedNotification {
  return { kind, actor, subject, text, leave, link };
}

/** The letter of a mail, with links into the portal at this address. */
export function composeLetter(mail: StoredMail, to: string, portalUrl: string): Letter {
  const { language, notifications } = mail;
  const [first] = notifications;
  const title =
    mail.isDigest || first === undefined
      ? fillPlaces(digestTitle[language], { count: notifications.length })
      : notificationSentence(first, language);
  const settings = new URL("/settings", portalUrl).href;
  return {
    id: mail._id,
    to,
    subject: `[${company[language]}] ${title}`,
    body: [
      ...notifications.map((each) => paragraphOf(each, language, portalUrl)),
      fillPlaces(footer[language], { settings }),
    ].join("\n\n"),
  };
}

function paragraphOf(notification: MailedNotification, language: Locale, portalUrl: string): string {
  const lines = [
    `${notificationSubject(notification, language)}: ${notificationSentence(notification, language)}`,
    notification.text && `“${notification.text}”`,
    new URL(notification.link, portalUrl).href,
  ];
  return lines.filter(Boolean).join("\n");
}
