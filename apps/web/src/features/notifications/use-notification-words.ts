"use client";

import { notificationSentence, notificationSubject } from "@erp/contracts/notification-sentences";
import type { NotificationView } from "@erp/contracts/notifications";
import { useLocale } from "next-intl";

/** What a notification is about and what it says, in the language of the page. */
export function useNotificationWords() {
  const locale = useLocale();
  return {
    subjectOf: (notification: NotificationView) => notificationSubject(notification, locale),
    sentenceOf: (notification: NotificationView) => notificationSentence(notification, locale),
  };
}
