import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Balances } from "@/features/leave/admin/balances";
import { readPeopleFilters } from "@/features/people/people-filters";
import { firstOf } from "@/lib/search-params";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.admin"))("title") };
}

export default async function LeaveBalancesPage({ searchParams }: PageProps<"/admin/leave">) {
  const params = await searchParams;
  const { api, HydrateClient } = serverApi();
  void api.departments.list.prefetch();
  void api.employees.roster.prefetchInfinite(readPeopleFilters({ get: (name) => firstOf(params[name]) }));
  return (
    <HydrateClient>
      <Balances />
    </HydrateClient>
  );
}
