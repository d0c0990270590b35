"use client";

import type { TeamMember } from "@erp/contracts/attendance";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { ButtonLink } from "@/components/button";
import { CardError, CardMessage } from "@/components/card-message";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { PresenceDot } from "@/features/attendance/presence-mark";
import { teamFaces } from "@/features/attendance/team-inputs";
import { usePresenceSummary } from "@/features/attendance/use-presence-summary";
import { useDepartmentName } from "@/features/people/department-name";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { DashboardCard } from "./dashboard-card";
import { TeamSkeleton } from "./team-skeleton";

/** For managers: who of their people is in, gone home, on leave or missing right now. */
export function TeamTodayCard() {
  const t = useTranslations("dashboard.team");
  const department = useDepartmentName()(useMe());
  return (
    <DashboardCard href="/attendance/team" linkLabel={t("linkToday")} title={t("today", { department })}>
      <TeamToday />
    </DashboardCard>
  );
}

function TeamToday() {
  const t = useTranslations("dashboard");
  const summary = usePresenceSummary();
  const team = trpc.attendance.team.useQuery(teamFaces);
  const counts = trpc.attendance.teamCounts.useQuery().data;
  if (team.isPending) return <TeamSkeleton label={t("loading")} />;
  if (team.isLoadingError)
    return <CardError error={team.error} onRetry={() => team.refetch()} isRetrying={team.isRefetching} />;
  const { items } = team.data;
  if (items.length === 0) return <CardMessage title={t("team.empty")} />;
  const people = counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : items.length;
  const hidden = people - items.length;
  return (
    <>
      {counts && <p className="text-13 text-ink-2">{summary(counts)}</p>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(60px,1fr))] gap-x-1 gap-y-2">
        {items.map((member) => (
          <Face key={member.person.id} member={member} />
        ))}
      </ul>
      {hidden > 0 && (
        <ButtonLink look="quiet" size="small" href="/attendance/team" className="-ml-2.5 self-start">
          {t("team.more", { count: hidden })}
        </ButtonLink>
      )}
    </>
  );
}

function Face({ member: { person, presence } }: { member: TeamMember }) {
  const t = useTranslations("attendance.presence");
  const { named } = usePersonWords();
  return (
    <li>
      <Link
        href={`/people/${person.id}`}
        title={`${named(person)} · ${t(presence)}`}
        className="grid justify-items-center gap-0.5 rounded-control py-1 text-12 hover:bg-hover"
      >
        <span className="relative">
          <Avatar id={person.id} name={person.name} />
          <PresenceDot presence={presence} />
        </span>
        <span className="max-w-full truncate">{person.name}</span>
        <span className="text-ink-3">{t(presence)}</span>
      </Link>
    </li>
  );
}
