"use client";

import type { NotificationView } from "@erp/contracts/notifications";
import { useTranslations } from "next-intl";
import { usePersonWords } from "@/features/approvals/format/use-person-words";

/** What a notification says, in the reader's language: made from its kind, never stored. */
export function useNotificationSentence(): (notification: NotificationView) => string {
  const t = useTranslations("notifications");
  const { polite } = usePersonWords();
  return ({ kind, actor }) => t(`sentence.${kind}`, { name: actor ? polite([actor]) : t("system") });
}
