"use client";

import { useTranslations } from "next-intl";
import { CountBadge } from "@/components/pill";
import { trpc } from "@/lib/trpc";

/** How much is unread, beside 알림 in a phone's navigation, where there is no bell. */
export function UnreadBadge() {
  const t = useTranslations("notifications.bell");
  const { data } = trpc.notifications.unread.useQuery();
  const count = data?.unread ?? 0;
  return <CountBadge count={count} label={t("label", { count })} />;
}
