"use client";

import { leaveDaysOf } from "@erp/contracts/leave-days";
import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { LeaveTabs } from "../leave-tabs";
import { BalanceOnDay } from "./balance-on-day";
import { Ledger } from "./ledger";

/** 왜 12.5일인가요: the balance of any day, and every entry that made it. */
export function WhyPage() {
  const t = useTranslations("leave.why");
  const { data: balance } = trpc.leave.balance.useQuery({});
  const days = balance && leaveDaysOf(balance.availableMinutes, balance.dayMinutes);
  return (
    <Page>
      <PageHeader title={days === undefined ? t("title") : t("question", { days })} description={t("hint")} />
      <LeaveTabs />
      <div className="grid gap-3.5">
        <BalanceOnDay />
        <Card title={t("ledger")} aria-label={t("ledger")}>
          <Ledger dayMinutes={balance?.dayMinutes} />
        </Card>
      </div>
    </Page>
  );
}
