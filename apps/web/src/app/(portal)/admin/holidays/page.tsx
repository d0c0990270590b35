import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Holidays } from "@/features/leave/admin/holidays";
import { presentDay } from "@/lib/present-day";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.holidays"))("title") };
}

export default async function HolidaysPage() {
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!hasPermission(role, "leave:administer")) notFound();
  void api.leave.holidays.prefetch({ year: Number(presentDay().slice(0, 4)) });
  return (
    <HydrateClient>
      <Holidays />
    </HydrateClient>
  );
}
