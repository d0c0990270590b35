"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";

/** The pages of 관리, as links: each has an address of its own. */
export function AdminNavigation({ canManageDepartments }: { canManageDepartments: boolean }) {
  const t = useTranslations("shell.adminNav");
  const pathname = usePathname();
  const pages = [
    { href: "/admin/people", label: t("people") },
    ...(canManageDepartments ? [{ href: "/admin/departments", label: t("departments") }] : []),
  ];
  return (
    <nav aria-label={t("label")} className="mb-5 flex gap-4 border-b border-line">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={classNames(
            "-mb-px flex min-h-10 items-center border-b-2 px-1 font-semibold",
            pathname === href ? "border-accent text-accent" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
