"use client";

import type { NotificationView } from "@erp/contracts/notifications";
import { useTranslations } from "next-intl";

/** What a notification says, in the reader's language: made from its kind, never stored. */
export function useNotificationSentence(): (notification: NotificationView) => string {
  const t = useTranslations("notifications");
  return ({ kind, actor }) => t(`sentence.${kind}`, { name: actor?.name ?? t("system") });
}
