import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Directory } from "@/features/people/directory";
import { readPeopleFilters } from "@/features/people/people-filters";
import { Page } from "@/features/shell/page";
import { firstOf } from "@/lib/search-params";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("directory.title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const params = await searchParams;
  const { status: _, ...filters } = readPeopleFilters({ get: (name) => firstOf(params[name]) });
  const { api, HydrateClient } = serverApi();
  void api.departments.list.prefetch();
  void api.employees.list.prefetchInfinite(filters);
  return (
    <HydrateClient>
      <Page>
        <Directory />
      </Page>
    </HydrateClient>
  );
}
