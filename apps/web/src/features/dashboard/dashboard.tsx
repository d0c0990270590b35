"use client";

import { hasPermission } from "@erp/contracts/permissions";
import { useFormatter, useTranslations } from "next-intl";
import { PageHeader } from "@/components/page-header";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useMe } from "@/features/shell/me";
import { Page } from "@/features/shell/page";
import { usePresent } from "@/lib/present";
import { AttendanceCard } from "./attendance-card";
import { dayPartOf } from "./day-part";
import { LeaveCard } from "./leave-card";
import { MineCard } from "./mine-card";
import { NoticesCard } from "./notices-card";
import { QuestsCard } from "./quests-card";
import { QuickActions } from "./quick-actions";
import { TeamCard } from "./team-card";
import { TeamTodayCard } from "./team-today-card";
import { WaitingCard } from "./waiting-card";

/** 대시보드: one's leave, day and decisions above; documents, quests and the team below; what is new. Each card is live. */
export function Dashboard() {
  const t = useTranslations("dashboard");
  const me = useMe();
  const now = usePresent();
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
      <div className="grid items-stretch gap-3.5 tablet:grid-cols-2 desktop:grid-cols-[5fr_4fr_5fr]">
        <LeaveCard />
        <AttendanceCard />
        <WaitingCard />
        <MineCard />
        <QuestsCard />
        {hasPermission(me.role, "attendance:view-team") ? <TeamTodayCard /> : <TeamCard />}
        <div className="grid tablet:col-span-full">
          <NoticesCard />
        </div>
      </div>
    </Page>
  );
}
