import { hasPermission } from "@erp/contracts/permissions";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AdminNavigation } from "@/features/shell/admin-navigation";
import { Page } from "@/features/shell/page";
import { readMe } from "@/lib/trpc-server";

/** For department heads and HR. To everybody else these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { role } = await readMe();
  if (!hasPermission(role, "employees:view-roster")) notFound();
  return (
    <Page>
      <AdminNavigation role={role} />
      {children}
    </Page>
  );
}
