"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";
import { AttendanceTabs } from "./attendance-tabs";
import { CorrectionsCard } from "./corrections-card";
import { MonthPanel } from "./month-panel";
import { RewardList } from "./reward-list";
import { TodayPanel } from "./today-panel";
import { useDayWords } from "./use-day-words";
import { useToday } from "./use-today";

/** 출석: today, the way to the next reward and what it has earned so far, and the months. */
export function AttendancePage() {
  const t = useTranslations("attendance");
  const { day } = useDayWords();
  const today = useToday();
  return (
    <Page>
      <PageHeader title={t("title")} description={day(today)} />
      <AttendanceTabs />
      <div className="grid items-start gap-3.5 desktop:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="grid gap-3.5">
          <Card title={t("today")} aria-label={t("today")}>
            <TodayPanel />
          </Card>
          <Card title={t("rewards.title")} aria-label={t("rewards.title")}>
            <RewardList />
          </Card>
          <CorrectionsCard />
        </div>
        <MonthPanel />
      </div>
    </Page>
  );
}
