"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { type PeopleFilters, peopleFiltersQuery } from "@/features/people/people-filters";

type YearSwitchProps = { year: number; isLast: boolean; filters: PeopleFilters };

/** A year between the one before and the one after it, with the same people. */
export function YearSwitch({ year, isLast, filters }: YearSwitchProps) {
  const t = useTranslations("leave.register");
  const to = (other: number) => `/admin/leave/register/${other}${peopleFiltersQuery(filters)}`;
  return (
    <span className="flex items-center gap-1">
      <ButtonLink look="quiet" href={to(year - 1)} aria-label={t("earlier")}>
        <ChevronLeft aria-hidden />
      </ButtonLink>
      <span className="min-w-14 text-center font-semibold">{t("year", { year: String(year) })}</span>
      {!isLast && (
        <ButtonLink look="quiet" href={to(year + 1)} aria-label={t("later")}>
          <ChevronRight aria-hidden />
        </ButtonLink>
      )}
    </span>
  );
}
