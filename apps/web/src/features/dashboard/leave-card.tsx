"use client";

import type { LeaveBalance, LotKind } from "@erp/contracts/leave";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { CardError } from "@/components/card-message";
import { Skeleton } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { DashboardCard } from "./dashboard-card";

/** How much leave is left, where it comes from, and what is waiting for a decision. */
export function LeaveCard() {
  const t = useTranslations("dashboard.leave");
  const { data } = trpc.leave.balance.useQuery({});
  const days = data && leaveDaysOf(data.availableMinutes, data.dayMinutes);
  return (
    <DashboardCard href="/leave" linkLabel={days === undefined ? t("link") : t("why", { days })} title={t("title")}>
      <Balance />
      <span className="mt-auto flex flex-wrap gap-2">
        <ButtonLink look="primary" href="/leave">
          {t("request")}
        </ButtonLink>
      </span>
    </DashboardCard>
  );
}

function Balance() {
  const t = useTranslations("dashboard");
  const { data, isPending, isLoadingError, error, refetch, isRefetching } = trpc.leave.balance.useQuery({});
  if (isPending) return <BalanceSkeleton label={t("loading")} />;
  if (isLoadingError) return <CardError error={error} onRetry={() => refetch()} isRetrying={isRefetching} />;
  const { availableMinutes, heldMinutes, dayMinutes } = data;
  return (
    <div className="grid gap-2">
      <p>
        <b className="text-28 leading-9">{leaveDaysOf(availableMinutes, dayMinutes)}</b> {t("leave.left")}
      </p>
      <LotBar balance={data} />
      {heldMinutes > 0 && (
        <p className="text-12 text-ink-2">{t("leave.held", { days: leaveDaysOf(heldMinutes, dayMinutes) })}</p>
      )}
    </div>
  );
}

const grounds: Record<LotKind, string> = {
  STATUTORY: "bg-accent",
  ATTENDANCE: "bg-ok",
  QUEST: "bg-info",
  ADJUSTMENT: "bg-ink-3",
};

/** What is left, by where it comes from. */
function LotBar({ balance: { lots, dayMinutes, availableMinutes } }: { balance: LeaveBalance }) {
  const t = useTranslations("dashboard.leave");
  const kinds = (Object.keys(grounds) as LotKind[])
    .map((kind) => ({ kind, minutes: sumOf(lots.filter((lot) => lot.kind === kind)) }))
    .filter(({ minutes }) => minutes > 0);
  return (
    <>
      <span aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-line">
        {kinds.map(({ kind, minutes }) => (
          <span key={kind} className={grounds[kind]} style={{ width: `${(minutes / availableMinutes) * 100}%` }} />
        ))}
      </span>
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-12 text-ink-2">
        {kinds.map(({ kind, minutes }) => (
          <li key={kind} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-[2px] ${grounds[kind]}`} />
            {t(`kind.${kind}`, { days: leaveDaysOf(minutes, dayMinutes) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function sumOf(lots: LeaveBalance["lots"]): number {
  return lots.reduce((sum, { leaveMinutes }) => sum + leaveMinutes, 0);
}

function BalanceSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-9 w-24" />
      <Skeleton className="h-2 rounded-full" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}
