"use client";

import { useTranslations } from "next-intl";
import { CountBadge } from "@/components/pill";
import { trpc } from "@/lib/trpc";

/** How many documents wait for the reader's decision, beside 결재함 in the navigation. */
export function WaitingBadge() {
  const t = useTranslations("approvals.boxes");
  const { data: counts } = trpc.approvals.counts.useQuery();
  const count = counts?.WAITING ?? 0;
  return <CountBadge count={count} label={t("waitingCount", { count })} />;
}
