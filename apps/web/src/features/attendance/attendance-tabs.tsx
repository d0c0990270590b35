"use client";

import { hasPermission } from "@erp/contracts/permissions";
import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/link-tabs";
import { useMe } from "@/features/shell/me";

/** One's own attendance and the team's, for those who have a team. */
export function AttendanceTabs() {
  const t = useTranslations("attendance.tabs");
  if (!hasPermission(useMe().role, "attendance:view-team")) return null;
  const pages = [
    { href: "/attendance", label: t("own") },
    { href: "/attendance/team", label: t("team") },
  ];
  return <LinkTabs label={t("label")} pages={pages} />;
}
