"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type PeopleFilters, peopleFiltersQuery, readPeopleFilters } from "./people-filters";

/** The filters of the address, and how to change some of them. The list stays where it is; back undoes nothing but pages. */
export function usePeopleFilters() {
  const params = useSearchParams();
  const pathname = usePathname();
  const router = useRouter();
  const filters = useMemo(() => readPeopleFilters(params), [params]);
  const replace = (next: PeopleFilters) => router.replace(`${pathname}${peopleFiltersQuery(next)}`, { scroll: false });
  return {
    filters,
    change: (changed: { [Name in keyof PeopleFilters]?: PeopleFilters[Name] | undefined }) =>
      replace({ ...filters, ...changed } as PeopleFilters),
    clear: () => replace({}),
  };
}
