"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { BalancePanel } from "./balance/balance-panel";
import { LeaveTabs } from "./leave-tabs";
import { RequestList } from "./requests/request-list";

/** 연차: what is left and until when, and what was asked for. */
export function LeavePage() {
  const t = useTranslations("leave");
  const { data: balance } = trpc.leave.balance.useQuery({});
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <ButtonLink look="primary" href="/leave/new">
            <CalendarPlus aria-hidden />
            {t("tabs.request")}
          </ButtonLink>
        }
      />
      <LeaveTabs />
      <div className="grid gap-3.5">
        <BalancePanel />
        <Card title={t("requests.title")} aria-label={t("requests.title")}>
          <RequestList dayMinutes={balance?.dayMinutes} />
        </Card>
      </div>
    </Page>
  );
}
