"use client";

import { type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { useFormatter, useTranslations } from "next-intl";
import { clockTime } from "@/lib/clock-time";

const MINUTES_PER_HOUR = 60;

/** How times, hours and days of attendance are said: "09:02", "8시간 3분", "11월 23일 월요일". */
export function useDayWords() {
  const t = useTranslations("attendance");
  const format = useFormatter();
  return {
    time: (at: Date) => format.dateTime(at, clockTime),
    hours: (minutes: number) =>
      t("hours", { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR }),
    day: (day: CalendarDate) =>
      format.dateTime(startOfKoreanDay(day), { month: "long", day: "numeric", weekday: "long" }),
  };
}
