"use client";

import type { AttendanceDay } from "@erp/contracts/attendance";
import { startOfKoreanDay } from "@erp/contracts/dates";
import { CalendarX2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { Pill } from "@/components/pill";
import { useDayWords } from "./use-day-words";

const headClass = "border-b border-line py-2 text-left text-12 font-normal text-ink-3";

/** The days of a month, newest first, with what is not as it should be. */
export function History({ days }: { days: readonly AttendanceDay[] }) {
  const t = useTranslations("attendance.history");
  if (days.length === 0) return <EmptyState icon={CalendarX2} sentence={t("empty")} />;
  return (
    <table className="w-full">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col" className={headClass}>
            {t("day")}
          </th>
          <th scope="col" className={headClass}>
            {t("in")}
          </th>
          <th scope="col" className={headClass}>
            {t("out")}
          </th>
          <th scope="col" className={`${headClass} text-right`}>
            {t("worked")}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((each) => (
          <HistoryRow key={each.day} {...each} />
        ))}
      </tbody>
    </table>
  );
}

function HistoryRow({ day, checkedInAt, checkedOutAt, workedMinutes, closing }: AttendanceDay) {
  const t = useTranslations("attendance.history");
  const format = useFormatter();
  const { time, hours } = useDayWords();
  return (
    <tr className="[&>td]:border-b [&>td]:border-line [&>td]:py-2 last:[&>td]:border-b-0">
      <td className="whitespace-nowrap">
        {format.dateTime(startOfKoreanDay(day), { month: "numeric", day: "numeric", weekday: "short" })}
      </td>
      <td>{time(checkedInAt)}</td>
      <td>{checkedOutAt ? time(checkedOutAt) : "–"}</td>
      <td className="text-right">
        {closing === "FORGOTTEN" && <Pill meaning="waiting">{t("forgotten")}</Pill>}
        {closing === null && <Pill meaning="info">{t("atWork")}</Pill>}
        {closing === "CORRECTED" && <Pill meaning="neutral">{t("corrected")}</Pill>}{" "}
        {workedMinutes !== null && <span className="whitespace-nowrap">{hours(workedMinutes)}</span>}
      </td>
    </tr>
  );
}
