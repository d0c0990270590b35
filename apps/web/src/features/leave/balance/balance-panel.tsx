"use client";

import type { LeaveBalance } from "@erp/contracts/leave";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { useLeaveWords } from "../format/use-leave-words";
import { LotTimeline } from "./lot-timeline";

/** What is left, how it comes about, and until when each part of it can be taken. */
export function BalancePanel() {
  const t = useTranslations("leave.balance");
  const balance = trpc.leave.balance.useQuery({});
  return (
    <Card aria-label={t("title")}>
      {balance.isPending && <BalanceSkeleton label={t("loading")} />}
      {balance.isError && (
        <ErrorState error={balance.error} onRetry={() => balance.refetch()} isRetrying={balance.isRefetching} />
      )}
      {balance.data && <Balance balance={balance.data} />}
    </Card>
  );
}

function Balance({ balance }: { balance: LeaveBalance }) {
  const t = useTranslations("leave.balance");
  const { availableMinutes, dayMinutes } = balance;
  const days = leaveDaysOf(availableMinutes, dayMinutes);
  return (
    <div className="grid gap-5 desktop:grid-cols-[minmax(220px,1fr)_minmax(0,2fr)] desktop:gap-8">
      <div className="grid content-start gap-3">
        <p aria-live="polite">
          <span className="block text-13 text-ink-2">{t("available")}</span>
          <b className="text-28 leading-9 font-bold">{t("days", { days })}</b>
        </p>
        <BalanceParts balance={balance} />
        <span>
          <ButtonLink size="small" href="/leave/why">
            {t("why", { days })}
          </ButtonLink>
        </span>
      </div>
      <LotTimeline balance={balance} />
    </div>
  );
}

/** Granted − used − under decision = available, as a sum that can be checked in the head. */
export function BalanceParts({ balance }: { balance: LeaveBalance }) {
  const t = useTranslations("leave.balance");
  const { leaveWords } = useLeaveWords();
  const { grantedMinutes, usedMinutes, heldMinutes, dayMinutes } = balance;
  const parts = [
    { label: t("granted"), words: leaveWords(grantedMinutes, dayMinutes) },
    { label: t("used"), words: leaveWords(usedMinutes, dayMinutes) },
    { label: t("held"), words: leaveWords(heldMinutes, dayMinutes) },
  ];
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1">
      {parts.map(({ label, words }) => (
        <div key={label}>
          <dt className="text-12 text-ink-3">{label}</dt>
          <dd className="font-semibold">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function BalanceSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-5 desktop:grid-cols-[minmax(220px,1fr)_minmax(0,2fr)] desktop:gap-8">
      <span className="sr-only">{label}</span>
      <span className="grid content-start gap-3">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-9 w-28" />
        <Skeleton className="h-11 w-52" />
        <Skeleton className="h-8 w-36" />
      </span>
      <Skeleton className="h-32" />
    </div>
  );
}
