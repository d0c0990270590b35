"use client";

import { type CalendarDate, type Period, startOfKoreanDay } from "@erp/contracts/dates";
import { useFormatter, useTranslations } from "next-intl";

/** Days of leave as people write them: "12월 24일 (목)", "12월 24일 (목) ~ 28일 (월)". */
export function useDayOfLeave() {
  const t = useTranslations("leave.words");
  const format = useFormatter();

  function day(date: CalendarDate): string {
    const at = startOfKoreanDay(date);
    const weekday = format.dateTime(at, { weekday: "short" });
    return t("day", { date: format.dateTime(at, { month: "long", day: "numeric" }), weekday });
  }

  /** With the year: for what is far away. */
  function fullDay(date: CalendarDate): string {
    return format.dateTime(startOfKoreanDay(date), { year: "numeric", month: "long", day: "numeric" });
  }

  function period({ from, to }: Period): string {
    return from === to ? day(from) : t("period", { from: day(from), to: day(to) });
  }

  return { day, fullDay, period };
}
