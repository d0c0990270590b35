"use client";

import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/link-tabs";

type AdminNavigationProps = { canManageDepartments: boolean; canSetBudgets: boolean };

/** The pages of 관리. */
export function AdminNavigation({ canManageDepartments, canSetBudgets }: AdminNavigationProps) {
  const t = useTranslations("shell.adminNav");
  const pages = [
    { href: "/admin/people", label: t("people") },
    ...(canManageDepartments ? [{ href: "/admin/departments", label: t("departments") }] : []),
    ...(canSetBudgets ? [{ href: "/admin/quest-budgets", label: t("questBudgets") }] : []),
  ];
  return <LinkTabs label={t("label")} pages={pages} />;
}
