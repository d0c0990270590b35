"use client";

import { hasPermission, type Permission } from "@erp/contracts/permissions";
import type { Role } from "@erp/contracts/roles";
import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/link-tabs";

type AdminPage = {
  name: "people" | "departments" | "leave" | "holidays" | "forms" | "questBudgets" | "audit" | "system";
  href: string;
  permission: Permission;
};

const adminPages: readonly AdminPage[] = [
  { name: "people", href: "/admin/people", permission: "employees:view-roster" },
  { name: "departments", href: "/admin/departments", permission: "departments:manage" },
  { name: "leave", href: "/admin/leave", permission: "leave:adjust" },
  { name: "holidays", href: "/admin/holidays", permission: "leave:administer" },
  { name: "forms", href: "/admin/forms", permission: "forms:manage" },
  { name: "questBudgets", href: "/admin/quest-budgets", permission: "quests:administer" },
  { name: "audit", href: "/admin/audit", permission: "audit:read" },
  { name: "system", href: "/admin/system", permission: "operations:manage" },
];

/** The pages of 관리 that this role may open. */
export function AdminNavigation({ role }: { role: Role }) {
  const t = useTranslations("shell.adminNav");
  const pages = adminPages.filter(({ permission }) => hasPermission(role, permission));
  return <LinkTabs label={t("label")} pages={pages.map(({ name, href }) => ({ href, label: t(name) }))} />;
}
