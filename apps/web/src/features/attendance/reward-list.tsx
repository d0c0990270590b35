"use client";

import { DAYS_PER_REWARD } from "@erp/contracts/attendance";
import { startOfKoreanDay } from "@erp/contracts/dates";
import type { LedgerEntryView } from "@erp/contracts/leave";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import { Gift, Undo2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { CardError, CardMessage } from "@/components/card-message";
import { CardSkeleton } from "@/components/card-skeleton";
import { trpc } from "@/lib/trpc";

/** The days off that attendance has earned, newest first; also those a correction has taken back. */
export function RewardList() {
  const t = useTranslations("attendance");
  const ledger = trpc.leave.explain.useQuery({}, { select: rewardsIn });
  const { data: balance } = trpc.leave.balance.useQuery({});
  if (ledger.isPending || !balance) return <CardSkeleton label={t("loading")} />;
  if (ledger.isLoadingError)
    return <CardError error={ledger.error} onRetry={() => ledger.refetch()} isRetrying={ledger.isRefetching} />;
  if (ledger.data.length === 0)
    return <CardMessage title={t("rewards.empty")} hint={t("rewards.emptyHint", { days: DAYS_PER_REWARD })} />;
  return (
    <ul className="divide-y divide-line">
      {ledger.data.map((entry) => (
        <RewardRow key={entry.id} entry={entry} dayMinutes={balance.dayMinutes} />
      ))}
    </ul>
  );
}

function RewardRow({ entry, dayMinutes }: { entry: LedgerEntryView; dayMinutes: number }) {
  const t = useTranslations("attendance.rewards");
  const format = useFormatter();
  const isTakenBack = entry.minutes < 0;
  const Icon = isTakenBack ? Undo2 : Gift;
  return (
    <li className="flex min-h-12 items-center gap-2.5">
      <Icon aria-hidden className={`size-4.5 shrink-0 ${isTakenBack ? "text-no" : "text-ok"}`} />
      <span className="min-w-0 flex-1">
        <span className="block">
          {t(isTakenBack ? "takenBack" : "earned", { days: milestoneOf(entry) * DAYS_PER_REWARD })}
        </span>
        <span className="block text-12 text-ink-3">
          {format.dateTime(startOfKoreanDay(entry.effectiveOn), { dateStyle: "medium" })}
        </span>
      </span>
      <span className="font-semibold">
        {t(isTakenBack ? "minus" : "plus", { days: Math.abs(leaveDaysOf(entry.minutes, dayMinutes)) })}
      </span>
    </li>
  );
}

/** What was earned and taken back; a REVERSE of a day of leave is a cancelled use instead. */
function rewardsIn(entries: LedgerEntryView[]): LedgerEntryView[] {
  return entries.filter(
    ({ kind, lot, leaveDay }) =>
      lot.kind === "ATTENDANCE" && (kind === "GRANT" || (kind === "REVERSE" && leaveDay === null)),
  );
}

/** The lots of attendance are named `attendance:<employee>:<milestone>`, and what was earned again later has its day behind that. */
function milestoneOf({ lot }: LedgerEntryView): number {
  return Number(lot.key.split(":")[2]);
}
