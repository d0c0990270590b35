"use client";

import { STANDARD_DAY_MINUTES } from "@erp/contracts/leave";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import type { LeavePartChoice } from "@erp/contracts/leave-part-code";
import { useTranslations } from "next-intl";

/** Below a quarter of a day, and for what is no quarter of one, people speak of hours. */
const QUARTERS_PER_DAY = 4;

/** Leave as people say it: "2.5일", "1일 2시간", "오전 반차". */
export function useLeaveWords() {
  const t = useTranslations("leave.words");

  /** `dayMinutes`: what a day is for the person whose leave it is. */
  function leaveWords(leaveMinutes: number, dayMinutes = STANDARD_DAY_MINUTES): string {
    const size = Math.abs(leaveMinutes);
    const sign = leaveMinutes < 0 ? "−" : "";
    if ((size * QUARTERS_PER_DAY) % dayMinutes === 0) {
      return sign + t("days", { days: leaveDaysOf(size, dayMinutes) });
    }
    const days = Math.floor(size / dayMinutes);
    const hours = Math.floor((size % dayMinutes) / 60);
    const minutes = (size % dayMinutes) % 60;
    const parts = [
      ...(days > 0 ? [t("days", { days })] : []),
      ...(hours > 0 ? [t("hours", { hours })] : []),
      ...(minutes > 0 ? [t("minutes", { minutes })] : []),
    ];
    return sign + parts.join(" ");
  }

  /** As `leaveWords`, with a plus before what is added. */
  function changeWords(leaveMinutes: number, dayMinutes?: number): string {
    return (leaveMinutes > 0 ? "+" : "") + leaveWords(leaveMinutes, dayMinutes);
  }

  function partWords({ part, endsWithHalf }: LeavePartChoice): string {
    if (part.kind === "HALF") return part.half === "AM" ? t("morning") : t("afternoon");
    if (part.kind === "QUARTER") return t("quarter", { quarter: part.quarter });
    if (part.kind === "HOURS") return t("someHours", { from: part.startHour, to: part.startHour + part.hours });
    return endsWithHalf ? t("endsWithMorning") : t("wholeDays");
  }

  return { leaveWords, changeWords, partWords };
}
