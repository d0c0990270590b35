"use client";

import { type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { IconButton } from "@/components/button";
import { monthsLater } from "@/lib/month";

type MonthSwitchProps = { month: string; onChange(month: string): void; last?: string };

/** A month between the one before and the one after it; not beyond `last`. */
export function MonthSwitch({ month, onChange, last }: MonthSwitchProps) {
  const t = useTranslations("attendance.month");
  const format = useFormatter();
  const title = format.dateTime(startOfKoreanDay(`${month}-01` as CalendarDate), { year: "numeric", month: "long" });
  return (
    <span className="flex items-center">
      <IconButton label={t("earlier")} icon={<ChevronLeft />} onClick={() => onChange(monthsLater(month, -1))} />
      <span aria-live="polite" className="min-w-24 text-center font-semibold">
        {title}
      </span>
      <IconButton
        label={t("later")}
        icon={<ChevronRight />}
        disabled={last !== undefined && month >= last}
        className="disabled:opacity-40"
        onClick={() => onChange(monthsLater(month, 1))}
      />
    </span>
  );
}
