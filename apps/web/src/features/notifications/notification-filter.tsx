"use client";

import { useTranslations } from "next-intl";
import { Segments } from "@/components/segments";

type NotificationFilterProps = { unreadOnly: boolean; unread: number; onChange(unreadOnly: boolean): void };

/** All, or only what is unread. */
export function NotificationFilter({ unreadOnly, unread, onChange }: NotificationFilterProps) {
  const t = useTranslations("notifications.page");
  const choices = [
    { value: "all", label: t("everything") },
    { value: "unread", label: unread > 0 ? `${t("unreadOnly")} ${unread}` : t("unreadOnly") },
  ] as const;
  return (
    <Segments
      label={t("filter")}
      value={unreadOnly ? "unread" : "all"}
      options={choices}
      onChange={(value) => onChange(value === "unread")}
    />
  );
}
