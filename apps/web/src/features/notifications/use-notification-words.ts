"use client";

import { startOfKoreanDay } from "@erp/contracts/dates";
import type { NotificationView, NotifiedLeave } from "@erp/contracts/notifications";
import { useFormatter, useTranslations } from "next-intl";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { leaveDaysOf } from "@/features/leave/leave-days";

/** What a notification is about and what it says, in the reader's language: made from its kind, never stored. */
export function useNotificationWords() {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const { polite } = usePersonWords();
  const amountOf = ({ leaveMinutes, dayMinutes, expiresOn }: NotifiedLeave) => ({
    days: leaveDaysOf(leaveMinutes, dayMinutes),
    date: expiresOn === null ? "" : format.dateTime(startOfKoreanDay(expiresOn), { month: "long", day: "numeric" }),
  });
  return {
    subjectOf: ({ subject, link }: NotificationView) =>
      subject ?? t(link === "/attendance" ? "item.attendance" : "item.leave"),
    sentenceOf: ({ kind, actor, leave }: NotificationView) =>
      t(`sentence.${kind}`, {
        name: actor ? polite([actor]) : t("system"),
        ...(leave ? amountOf(leave) : { days: 0, date: "" }),
      }),
  };
}
