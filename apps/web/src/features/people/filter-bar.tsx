"use client";

import type { EmployeeStatus } from "@erp/contracts/employees";
import { position, positionNames } from "@erp/contracts/roles";
import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { controlClass } from "@/components/field";
import { Select } from "@/components/select";
import { useSettled } from "@/lib/use-settled";
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
      <SearchBox value={filters.search ?? ""} onSettled={(search) => change({ search: search || undefined })} />
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

/** Asks once the person pauses, and follows the address when that changes from elsewhere. */
function SearchBox({ value, onSettled }: { value: string; onSettled(text: string): void }) {
  const t = useTranslations("people.directory");
  const [text, setText] = useState(value);
  const settled = useSettled(text);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed changes the address, not the other way round
  useEffect(() => {
    if (settled.trim() !== value) onSettled(settled.trim());
  }, [settled]);
  return (
    <div className="relative col-span-2 tablet:w-72">
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-3" />
      <input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t("search")}
        placeholder={t("search")}
        maxLength={100}
        className={`${controlClass} pl-9`}
      />
    </div>
  );
}
