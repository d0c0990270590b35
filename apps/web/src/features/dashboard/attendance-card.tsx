"use client";

import { useTranslations } from "next-intl";
import { TodayPanel } from "@/features/attendance/today-panel";
import { DashboardCard } from "./dashboard-card";

/** The button of the morning, and the way to the next day off. */
export function AttendanceCard() {
  const t = useTranslations("dashboard.attendance");
  return (
    <DashboardCard href="/attendance" linkLabel={t("link")} title={t("title")}>
      <TodayPanel />
    </DashboardCard>
  );
}
