"use client";

import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/link-tabs";

/** The pages of 연차. */
export function LeaveTabs() {
  const t = useTranslations("leave.tabs");
  const pages = [
    { href: "/leave", label: t("own") },
    { href: "/leave/new", label: t("request") },
    { href: "/leave/team", label: t("team") },
    { href: "/leave/why", label: t("why") },
  ];
  return <LinkTabs label={t("label")} pages={pages} />;
}
