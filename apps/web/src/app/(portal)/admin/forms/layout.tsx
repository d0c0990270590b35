import { hasPermission } from "@erp/contracts/permissions";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { readMe } from "@/lib/trpc-server";

/** For HR. To everybody else these pages do not exist. */
export default async function FormsLayout({ children }: { children: ReactNode }) {
  const { role } = await readMe();
  if (!hasPermission(role, "forms:manage")) notFound();
  return children;
}
