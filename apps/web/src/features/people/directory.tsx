"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/page-header";
import { trpc } from "@/lib/trpc";
import { FilterBar } from "./filter-bar";
import { useDirectoryColumns } from "./people-columns";
import { PeopleList, peoplePaging } from "./people-list";
import { usePeopleFilters } from "./use-people-filters";

/** Everybody in the company, for everybody in the company. */
export function Directory() {
  const t = useTranslations("people.directory");
  const filtering = usePeopleFilters();
  const { status: _, ...filters } = filtering.filters;
  const people = trpc.employees.list.useInfiniteQuery(filters, peoplePaging);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <FilterBar {...filtering} />
      <PeopleList people={people} columns={useDirectoryColumns()} onClearFilters={filtering.clear} />
    </>
  );
}
