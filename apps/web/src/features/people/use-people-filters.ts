"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type PeopleFilters, peopleFiltersQuery, readPeopleFilters } from "./people-filters";

type Change = { [Name in keyof PeopleFilters]?: PeopleFilters[Name] | undefined };

/**
 * The filters of the address, and how to change some of them. The address changes at once and without asking the server
 * for a page: two filters chosen quickly after one another both hold, and only the list is read again.
 */
export function usePeopleFilters() {
  const params = useSearchParams();
  const filters = useMemo(() => readPeopleFilters(params), [params]);
  const replace = (next: PeopleFilters) =>
    window.history.replaceState(null, "", window.location.pathname + peopleFiltersQuery(next));
  return {
    filters,
    change: (changed: Change) => {
      // What stands in the address now, which may be newer than what this was rendered with.
      const current = readPeopleFilters(new URLSearchParams(window.location.search));
      replace({ ...current, ...changed } as PeopleFilters);
    },
    clear: () => replace({}),
  };
}
