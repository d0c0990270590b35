import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPeopleFilters } from "@/features/people/people-filters";
import { Roster } from "@/features/people/roster";
import { firstOf } from "@/lib/search-params";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("roster.title") };
}

export default async function RosterPage({ searchParams }: PageProps<"/admin/people">) {
  const params = await searchParams;
  const { api, HydrateClient } = serverApi();
  void api.departments.list.prefetch();
  void api.employees.roster.prefetchInfinite(readPeopleFilters({ get: (name) => firstOf(params[name]) }));
  return (
    <HydrateClient>
      <Roster />
    </HydrateClient>
  );
}
