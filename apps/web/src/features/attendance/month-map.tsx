"use client";

import type { AttendanceDay } from "@erp/contracts/attendance";
import type { CalendarDate } from "@erp/contracts/dates";
import type { Holiday } from "@erp/contracts/holidays";
import { useLocale, useTranslations } from "next-intl";
import { MonthTable } from "@/components/month-table";
import { classNames } from "@/lib/class-names";
import { fullnessOf } from "./fullness";
import { useDayWords } from "./use-day-words";
import { useToday } from "./use-today";

type MonthMapProps = { month: string; days: readonly AttendanceDay[]; holidays: readonly Holiday[] };

/** The month as a calendar: the fuller a day, the deeper its colour; the hours stand in it as a number. */
export function MonthMap({ month, days, holidays }: MonthMapProps) {
  const t = useTranslations("attendance.month");
  const dayOf = new Map(days.map((each) => [each.day, each]));
  const holidayOf = new Map(holidays.map((each) => [each.day, each]));
  return (
    <MonthTable month={month} caption={t("caption")}>
      {(day) => <DayCell day={day} attended={dayOf.get(day)} holiday={holidayOf.get(day)} />}
    </MonthTable>
  );
}

const depths = [
  "bg-[color-mix(in_oklab,var(--ok)_10%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--ok)_14%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--ok)_22%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--ok)_32%,var(--surface))]",
];

type DayCellProps = { day: CalendarDate; attended: AttendanceDay | undefined; holiday: Holiday | undefined };

function DayCell({ day, attended, holiday }: DayCellProps) {
  const locale = useLocale();
  const today = useToday();
  const words = useWords(attended);
  const holidayName = holiday?.name[locale];
  return (
    <td
      title={[holidayName, words.whole].filter(Boolean).join(" · ") || undefined}
      className={classNames(
        "h-13 rounded-small p-1 text-center align-top text-12",
        attended ? depths[fullnessOf(attended.workedMinutes)] : "bg-hover",
        day === today && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <span className={classNames("block", holiday ? "text-no" : "text-ink")}>{Number(day.slice(8))}</span>
      <span aria-hidden className="block font-semibold">
        {words.short}
      </span>
      <span className="sr-only">{[holidayName, words.whole].filter(Boolean).join(", ")}</span>
    </td>
  );
}

const MINUTES_PER_HOUR = 60;

/** "8.5" in the cell, "8시간 30분" for who asks; a mark where hours are not known. */
function useWords(attended: AttendanceDay | undefined): { short: string; whole: string } {
  const t = useTranslations("attendance.month");
  const { hours } = useDayWords();
  if (!attended) return { short: "", whole: "" };
  if (attended.closing === "FORGOTTEN") return { short: "?", whole: t("forgotten") };
  if (attended.workedMinutes === null) return { short: "•", whole: t("atWork") };
  const rounded = Math.round((attended.workedMinutes / MINUTES_PER_HOUR) * 10) / 10;
  return { short: String(rounded), whole: hours(attended.workedMinutes) };
}
