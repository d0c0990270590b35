import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SystemPage } from "@/features/operations/system-page";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("system.title") };
}

export default async function System() {
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!hasPermission(role, "operations:manage")) notFound();
  void api.operations.system.prefetch();
  return (
    <HydrateClient>
      <SystemPage />
    </HydrateClient>
  );
}
