"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { PageHeader } from "@/components/page-header";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useMe } from "@/features/shell/me";
import { Page } from "@/features/shell/page";
import { dayPartOf } from "./day-part";
import { MineCard } from "./mine-card";
import { NoticesCard } from "./notices-card";
import { QuickActions } from "./quick-actions";
import { TeamCard } from "./team-card";
import { WaitingCard } from "./waiting-card";

/** 대시보드: what waits, how one's own documents are doing, what is new, and the team. */
export function Dashboard() {
  const t = useTranslations("dashboard");
  const me = useMe();
  const now = useNow();
  const format = useFormatter();
  const { named, department } = usePersonWords();
  const today = format.dateTime(now, { month: "long", day: "numeric", weekday: "long" });
  return (
    <Page>
      <PageHeader
        title={t(`greeting.${dayPartOf(now)}`, { name: me.name, person: named(me) })}
        description={[today, department(me)].join(" · ")}
        actions={<QuickActions />}
      />
      <div className="grid items-stretch gap-3.5 desktop:grid-cols-2">
        <WaitingCard />
        <MineCard />
        <NoticesCard />
        <TeamCard />
      </div>
    </Page>
  );
}
