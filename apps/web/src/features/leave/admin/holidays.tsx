"use client";

import type { Holiday } from "@erp/contracts/holidays";
import { CalendarPlus, CalendarX2, ChevronLeft, ChevronRight, Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SkeletonRows } from "@/components/skeleton";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { HolidayDialog } from "./holiday-dialog";
import { RemoveHolidayDialog } from "./remove-holiday-dialog";

type Asked = { act: "edit"; holiday: Holiday | null } | { act: "remove"; holiday: Holiday };

/** The days of a year on which nobody is scheduled to work: the law's, and what the company adds. */
export function Holidays() {
  const t = useTranslations("leave.holidays");
  const [year, setYear] = useState(Number(useToday().slice(0, 4)));
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("hint")}
        actions={
          <Button look="primary" onClick={() => setAsked({ act: "edit", holiday: null })}>
            <CalendarPlus aria-hidden />
            {t("add")}
          </Button>
        }
      />
      <Card aria-label={t("title")} title={<YearSwitch year={year} onChange={setYear} />}>
        <Year year={year} onAsk={setAsked} />
      </Card>
      {asked?.act === "edit" && <HolidayDialog holiday={asked.holiday} onClose={close} />}
      {asked?.act === "remove" && <RemoveHolidayDialog holiday={asked.holiday} onClose={close} />}
    </>
  );
}

function YearSwitch({ year, onChange }: { year: number; onChange(year: number): void }) {
  const t = useTranslations("leave.holidays");
  return (
    <span className="flex items-center">
      <IconButton label={t("earlier")} icon={<ChevronLeft />} onClick={() => onChange(year - 1)} />
      <span aria-live="polite" className="min-w-16 text-center">
        {t("year", { year: String(year) })}
      </span>
      <IconButton label={t("later")} icon={<ChevronRight />} onClick={() => onChange(year + 1)} />
    </span>
  );
}

function Year({ year, onAsk }: { year: number; onAsk(asked: Asked): void }) {
  const t = useTranslations("leave.holidays");
  const holidays = trpc.leave.holidays.useQuery({ year });
  if (holidays.isPending) return <SkeletonRows rows={10} label={t("loading")} />;
  if (holidays.isLoadingError)
    return <ErrorState error={holidays.error} onRetry={() => holidays.refetch()} isRetrying={holidays.isRefetching} />;
  if (holidays.data.length === 0) return <EmptyState icon={CalendarX2} sentence={t("empty")} />;
  return (
    <ul className="divide-y divide-line">
      {holidays.data.map((holiday) => (
        <HolidayRow key={holiday.day} holiday={holiday} onAsk={onAsk} />
      ))}
    </ul>
  );
}

function HolidayRow({ holiday, onAsk }: { holiday: Holiday; onAsk(asked: Asked): void }) {
  const t = useTranslations("leave.holidays");
  const locale = useLocale();
  const { day } = useDayOfLeave();
  const name = holiday.name[locale];
  return (
    <li className="flex min-h-12 items-center gap-3 py-1">
      <span className="w-32 shrink-0 text-ink-2 max-tablet:hidden">{day(holiday.day)}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block truncate text-12 text-ink-3">
          <span className="tablet:hidden">{day(holiday.day)} · </span>
          {t(`kind.${holiday.kind}`)}
        </span>
      </span>
      <IconButton label={t("edit", { name })} icon={<Pencil />} onClick={() => onAsk({ act: "edit", holiday })} />
      <IconButton label={t("remove", { name })} icon={<Trash2 />} onClick={() => onAsk({ act: "remove", holiday })} />
    </li>
  );
}
