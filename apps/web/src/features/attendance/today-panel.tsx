"use client";

import { type AttendanceToday, DAYS_PER_REWARD } from "@erp/contracts/attendance";
import { useTranslations } from "next-intl";
import { CardError } from "@/components/card-message";
import { Celebration } from "@/components/celebration";
import { ProgressRing } from "@/components/progress-ring";
import { Skeleton } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { TodayActs } from "./today-acts";
import { useAttendanceActs } from "./use-attendance-acts";

/** Today: the way to the next reward, and the one button of the hour. The same on the dashboard and the page. */
export function TodayPanel() {
  const t = useTranslations("attendance");
  const acts = useAttendanceActs();
  const today = trpc.attendance.today.useQuery();
  if (today.isPending) return <PanelSkeleton label={t("loading")} />;
  if (today.isLoadingError)
    return <CardError error={today.error} onRetry={() => today.refetch()} isRetrying={today.isRefetching} />;
  return (
    <>
      <WayToReward today={today.data} />
      {today.data.hasEarnedToday && (
        <Celebration sentence={t("earned", { days: DAYS_PER_REWARD })} bursts={acts.isCelebrating} />
      )}
      <TodayActs today={today.data} acts={acts} />
    </>
  );
}

function WayToReward({ today: { progress, daysToReward, attendedDays } }: { today: AttendanceToday }) {
  const t = useTranslations("attendance");
  const count = { progress, goal: DAYS_PER_REWARD };
  return (
    <div className="flex flex-1 items-center gap-4">
      <ProgressRing value={progress} max={DAYS_PER_REWARD} label={t("ring", count)}>
        {progress}
      </ProgressRing>
      <div className="min-w-0">
        <p className="font-semibold">{t("count", count)}</p>
        <p className="text-ink-2">{t("toReward", { days: daysToReward })}</p>
        <p className="text-12 text-ink-3">{t("total", { days: attendedDays })}</p>
      </div>
    </div>
  );
}

function PanelSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex flex-1 flex-col gap-2.5">
      <span className="sr-only">{label}</span>
      <div className="flex flex-1 items-center gap-4">
        <Skeleton className="size-22 rounded-full" />
        <span className="grid flex-1 gap-2">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-5/6" />
        </span>
      </div>
      <Skeleton className="h-12 rounded-control" />
    </div>
  );
}
