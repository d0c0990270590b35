"use client";

import { documentPath } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { CardError, CardMessage } from "@/components/card-message";
import { CardSkeleton } from "@/components/card-skeleton";
import { trpc } from "@/lib/trpc";
import { DashboardCard } from "./dashboard-card";
import { WaitingRow } from "./waiting-row";

const SHOWN_DOCUMENTS = 3;

/** What waits for the reader: how many, and the three that have waited longest, to approve in place. */
export function WaitingCard() {
  const t = useTranslations("dashboard.waiting");
  const { data: counts } = trpc.approvals.counts.useQuery();
  const count = counts?.WAITING ?? 0;
  return (
    <DashboardCard href="/approvals/waiting" linkLabel={t("link")} title={t("title")} count={count}>
      <WaitingRows count={count} />
    </DashboardCard>
  );
}

function WaitingRows({ count }: { count: number }) {
  const t = useTranslations("dashboard");
  const waiting = trpc.approvals.list.useQuery({ box: "WAITING", limit: SHOWN_DOCUMENTS });
  if (waiting.isPending) return <CardSkeleton label={t("loading")} />;
  if (waiting.isLoadingError)
    return <CardError error={waiting.error} onRetry={() => waiting.refetch()} isRetrying={waiting.isRefetching} />;
  const { items } = waiting.data;
  if (items.length === 0) return <CardMessage title={t("waiting.empty")} hint={t("waiting.emptyHint")} />;
  return (
    <>
      <ul className="divide-y divide-line">
        {items.map((card) => (
          <WaitingRow key={card.id} card={card} href={documentPath(card.id)} />
        ))}
      </ul>
      {count > items.length && (
        <ButtonLink look="quiet" size="small" href="/approvals/waiting" className="-ml-2.5 self-start">
          {t("waiting.more", { count: count - items.length })}
        </ButtonLink>
      )}
    </>
  );
}
