"use client";

import { Popover } from "@base-ui/react/popover";
import { formTemplates } from "@erp/contracts/approval-forms";
import { type Box, type DocumentStatus, documentStatus } from "@erp/contracts/approvals";
import { calendarDate } from "@erp/contracts/dates";
import { SlidersHorizontal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { controlClass, Field } from "@/components/field";
import { Select } from "@/components/select";
import { trpc } from "@/lib/trpc";
import type { InboxFilters } from "./inbox-location";

/** What waits or is upcoming is always in progress, and drafts are always drafts: no state to choose there. */
const boxesWithState: ReadonlySet<Box> = new Set(["MINE", "SHARED", "DONE", "ALL"]);
const submittedStatuses: readonly DocumentStatus[] = documentStatus.exclude(["DRAFT"]).options;

type FilterPopoverProps = { box: Box; filters: InboxFilters; onChange(filters: InboxFilters): void };

/** Form, state and period of the documents to show. Each choice acts at once. */
export function FilterPopover({ box, filters, onChange }: FilterPopoverProps) {
  const t = useTranslations("approvals.filters");
  const { search: _, ...chosen } = filters;
  const count = Object.values(chosen).filter((value) => value !== undefined).length;
  return (
    <Popover.Root>
      <Popover.Trigger render={<Button className={count > 0 ? "text-accent" : "text-ink-2"} />}>
        <SlidersHorizontal aria-hidden />
        {count > 0 ? t("active", { count }) : t("open")}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={12} className="z-30">
          <Popover.Popup className="grid w-88 max-w-[calc(100vw-24px)] gap-3.5 rounded-card border border-line bg-raised p-4 shadow-float outline-none">
            <Popover.Title className="sr-only">{t("open")}</Popover.Title>
            <FilterFields box={box} filters={filters} onChange={onChange} />
            <Button
              size="small"
              disabled={count === 0}
              onClick={() => onChange(filters.search === undefined ? {} : { search: filters.search })}
            >
              {t("clear")}
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FilterFields({ box, filters, onChange }: FilterPopoverProps) {
  const t = useTranslations("approvals");
  const locale = useLocale();
  const { data: ownForms = [] } = trpc.forms.list.useQuery();
  const forms = [...Object.values(formTemplates), ...ownForms];
  const change = (changes: Partial<Record<keyof InboxFilters, unknown>>) => {
    const entries = Object.entries({ ...filters, ...changes }).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    onChange(Object.fromEntries(entries) as InboxFilters);
  };
  return (
    <>
      <Field label={t("filters.form")}>
        {(ids) => (
          <Select
            ids={ids}
            value={filters.formCode ?? null}
            onChange={(value) => change({ formCode: value })}
            options={forms.map(({ code, name }) => ({ value: code, label: name[locale] }))}
            placeholder={t("filters.any")}
            isClearable
          />
        )}
      </Field>
      {boxesWithState.has(box) && (
        <Field label={t("filters.state")}>
          {(ids) => (
            <Select
              ids={ids}
              value={filters.status ?? null}
              onChange={(value) => change({ status: value })}
              options={submittedStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
              placeholder={t("filters.any")}
              isClearable
            />
          )}
        </Field>
      )}
      <div className="grid grid-cols-2 gap-2">
        {(["from", "to"] as const).map((end) => (
          <Field key={end} className="min-w-0" label={t(`filters.${end}`)}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={filters[end] ?? ""}
                onChange={(event) => change({ [end]: calendarDate.safeParse(event.target.value).data })}
                className={`${controlClass} min-w-0 px-2 text-13`}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}
