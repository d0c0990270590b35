import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readAuditFilters } from "@/features/operations/audit-filters";
import { AuditPage } from "@/features/operations/audit-page";
import { firstOf } from "@/lib/search-params";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("audit.title") };
}

export default async function Audit({ searchParams }: PageProps<"/admin/audit">) {
  const params = await searchParams;
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!hasPermission(role, "audit:read")) notFound();
  void api.operations.audit.prefetchInfinite(readAuditFilters({ get: (name) => firstOf(params[name]) }));
  return (
    <HydrateClient>
      <AuditPage />
    </HydrateClient>
  );
}
