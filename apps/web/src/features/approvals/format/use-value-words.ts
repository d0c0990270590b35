"use client";

import type { FormField, FormValue } from "@erp/contracts/approval-forms";
import { type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { decodeLeavePart } from "@erp/contracts/leave-part-code";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useLeaveWords } from "@/features/leave/format/use-leave-words";
import { clockTime } from "@/lib/clock-time";
import { formatKrw } from "./amount-krw";

/** A form's values as people read them: "1,280,000원", "2026년 11월 26일 (목)". */
export function useValueWords() {
  const t = useTranslations("approvals.document");
  const format = useFormatter();
  const locale = useLocale();
  const { leaveWords, partWords } = useLeaveWords();
  const day = (date: string) => {
    const instant = startOfKoreanDay(date as CalendarDate);
    const words = format.dateTime(instant, { year: "numeric", month: "long", day: "numeric" });
    return `${words} (${format.dateTime(instant, { weekday: "short" })})`;
  };

  /** Null where nothing was written. */
  function valueWords({ kind, options = [] }: FormField, value: FormValue | undefined): string | null {
    if (value === undefined || value === "") return null;
    if (typeof value === "object") return t("period", { from: day(value.from), to: day(value.to) });
    if (typeof value === "number") return kind === "leave-minutes" ? leaveWords(value) : formatKrw(value, locale);
    if (kind === "choice") return options.find(({ key }) => key === value)?.label[locale] ?? value;
    if (kind === "leave-part") return partWords(decodeLeavePart(value));
    if (kind === "instant") return format.dateTime(new Date(value), { dateStyle: "medium", ...clockTime });
    return kind === "date" ? day(value) : value;
  }

  return { day, valueWords };
}
