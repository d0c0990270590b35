"use client";

import type { EmployeeStatus } from "@erp/contracts/employees";
import { position, positionNames } from "@erp/contracts/roles";
import { useLocale, useTranslations } from "next-intl";
import { SearchBox } from "@/components/search-box";
import { Select } from "@/components/select";
import { useDepartmentOptions } from "./use-department-options";
import type { usePeopleFilters } from "./use-people-filters";

type Props = ReturnType<typeof usePeopleFilters> & { statuses?: readonly EmployeeStatus[] };

/** Search, department, position and, where leavers may be seen, status. All of them hold together. */
export function FilterBar({ filters, change, statuses = [] }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  const departments = useDepartmentOptions();
  return (
    <search className="mb-4 grid grid-cols-2 gap-2 tablet:flex">
      <SearchBox
        className="col-span-2 tablet:w-72"
        label={t("directory.search")}
        value={filters.search ?? ""}
        onSettled={(search) => change({ search: search || undefined })}
      />
      <Select
        className="tablet:w-44"
        aria-label={t("directory.department")}
        placeholder={t("directory.allDepartments")}
        isClearable
        value={filters.departmentId ?? null}
        options={departments}
        onChange={(departmentId) => change({ departmentId: departmentId ?? undefined })}
      />
      <Select
        className="tablet:w-36"
        aria-label={t("directory.position")}
        placeholder={t("directory.allPositions")}
        isClearable
        value={filters.position ?? null}
        options={position.options.map((value) => ({ value, label: positionNames[value][locale] }))}
        onChange={(chosen) => change({ position: chosen ?? undefined })}
      />
      {statuses.length > 0 && (
        <Select
          className="tablet:w-28"
          aria-label={t("directory.status")}
          placeholder={t("status.ACTIVE")}
          value={filters.status ?? "ACTIVE"}
          options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(status) => change({ status: status === "LEAVER" ? status : undefined })}
        />
      )}
    </search>
  );
}
