"use client";

import type { CalendarDate } from "@erp/contracts/dates";
import { useTranslations } from "next-intl";
import { controlClass, Field } from "@/components/field";
import { Select } from "@/components/select";
import type { AuditFilters } from "./audit-filters";
import { PersonFilter } from "./person-filter";
import { useActionOptions } from "./use-action-options";
import type { useAuditFilters } from "./use-audit-filters";

type Props = { filters: AuditFilters; onChange: ReturnType<typeof useAuditFilters>["change"] };

/** What was done, by whom, to whom, when. All of them hold together. */
export function AuditFilterBar({ filters, onChange }: Props) {
  const t = useTranslations("operations.audit.filters");
  const actions = useActionOptions();
  return (
    <search className="mb-4 grid grid-cols-2 gap-2 tablet:grid-cols-[1.2fr_1fr_1fr_auto_auto]">
      <Field label={t("action")} className="col-span-2 tablet:col-span-1">
        {(ids) => (
          <Select
            ids={ids}
            placeholder={t("allActions")}
            isClearable
            value={filters.action ?? null}
            options={actions}
            onChange={(action) => onChange({ action: action ?? undefined })}
          />
        )}
      </Field>
      <PersonFilter
        label={t("actor")}
        placeholder={t("actorHint")}
        personId={filters.actorId ?? null}
        onChange={(actorId) => onChange({ actorId: actorId ?? undefined })}
      />
      <PersonFilter
        label={t("subject")}
        placeholder={t("subjectHint")}
        personId={filters.subjectId ?? null}
        onChange={(subjectId) => onChange({ subjectId: subjectId ?? undefined })}
      />
      <DayFilter label={t("from")} day={filters.from} onChange={(from) => onChange({ from })} />
      <DayFilter label={t("to")} day={filters.to} onChange={(to) => onChange({ to })} />
    </search>
  );
}

function DayFilter({
  label,
  day,
  onChange,
}: {
  label: string;
  day: CalendarDate | undefined;
  onChange(day: CalendarDate | undefined): void;
}) {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          className={controlClass}
          value={day ?? ""}
          onChange={({ target }) => onChange(target.value ? (target.value as CalendarDate) : undefined)}
        />
      )}
    </Field>
  );
}
