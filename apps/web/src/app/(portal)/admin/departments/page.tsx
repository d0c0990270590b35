import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Departments } from "@/features/departments/departments";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("departments"))("title") };
}

export default async function DepartmentsPage() {
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!hasPermission(role, "departments:manage")) notFound();
  void api.departments.list.prefetch();
  return (
    <HydrateClient>
      <Departments />
    </HydrateClient>
  );
}
