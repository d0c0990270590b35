import { registerYear } from "@erp/contracts/leave-register";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Register } from "@/features/leave/admin/register";
import { readPeopleFilters } from "@/features/people/people-filters";
import { presentDay } from "@/lib/present-day";
import { firstOf } from "@/lib/search-params";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.register"))("pageTitle") };
}

type Props = PageProps<"/admin/leave/register/[[...year]]">;

/** The present year, or one of the address. The future has no register. */
export default async function LeaveRegisterPage({ params, searchParams }: Props) {
  const present = Number(presentDay().slice(0, 4));
  const { year: places = [] } = await params;
  const year = places.length === 0 ? present : registerYear.max(present).safeParse(Number(places[0])).data;
  if (year === undefined || places.length > 1) notFound();
  const filters = await searchParams;
  const { api, HydrateClient } = serverApi();
  void api.departments.list.prefetch();
  void api.employees.roster.prefetchInfinite(readPeopleFilters({ get: (name) => firstOf(filters[name]) }));
  return (
    <HydrateClient>
      <Register year={year} isPresent={year === present} />
    </HydrateClient>
  );
}
