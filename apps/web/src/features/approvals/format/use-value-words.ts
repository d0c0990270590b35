"use client";

import type { FormField, FormValue } from "@erp/contracts/approval-forms";
import { type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatKrw } from "./amount-krw";

/** A form's values as people read them: "1,280,000원", "2026년 11월 26일 (목)". */
export function useValueWords() {
  const t = useTranslations("approvals.document");
  const format = useFormatter();
  const locale = useLocale();
  const day = (date: string) => {
    const instant = startOfKoreanDay(date as CalendarDate);
    const words = format.dateTime(instant, { year: "numeric", month: "long", day: "numeric" });
    return `${words} (${format.dateTime(instant, { weekday: "short" })})`;
  };

  /** Null where nothing was written. */
  function valueWords({ kind }: FormField, value: FormValue | undefined): string | null {
    if (value === undefined || value === "") return null;
    if (typeof value === "object") return t("period", { from: day(value.from), to: day(value.to) });
    if (typeof value === "number") return formatKrw(value, locale);
    return kind === "date" ? day(value) : value;
  }

  return { day, valueWords };
}
