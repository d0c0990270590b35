"use client";

import { type Presence, presence, type TeamMember } from "@erp/contracts/attendance";
import { UsersRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SkeletonRows } from "@/components/skeleton";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useDepartmentName } from "@/features/people/department-name";
import { useMe } from "@/features/shell/me";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { AttendanceTabs } from "./attendance-tabs";
import { PresenceDot, PresencePill } from "./presence-mark";
import { wholeTeam } from "./team-inputs";
import { useDayWords } from "./use-day-words";
import { usePresenceSummary } from "./use-presence-summary";
import { useToday } from "./use-today";

/** A manager's people today: who is in, gone, on leave, missing. */
export function TeamPage() {
  const t = useTranslations("attendance.team");
  const { day } = useDayWords();
  const department = useDepartmentName()(useMe());
  return (
    <Page>
      <PageHeader title={t("title", { department })} description={day(useToday())} />
      <AttendanceTabs />
      <Team />
    </Page>
  );
}

function Team() {
  const t = useTranslations("attendance");
  const summary = usePresenceSummary();
  const counts = trpc.attendance.teamCounts.useQuery().data;
  const team = trpc.attendance.team.useInfiniteQuery(wholeTeam, { getNextPageParam: (page) => page.nextCursor });
  if (team.isPending) return <SkeletonRows rows={8} label={t("loading")} />;
  if (team.isLoadingError)
    return <ErrorState error={team.error} onRetry={() => team.refetch()} isRetrying={team.isRefetching} />;
  const members = team.data.pages.flatMap(({ items }) => items);
  if (members.length === 0) return <EmptyState icon={UsersRound} sentence={t("team.empty")} />;
  return (
    <>
      {counts && <p className="mb-4 text-16 font-semibold">{summary(counts)}</p>}
      <div className="grid items-start gap-3.5 desktop:grid-cols-2">
        {presence.options.map((each) => (
          <Group
            key={each}
            presence={each}
            members={members.filter((member) => member.presence === each)}
            count={counts?.[each]}
          />
        ))}
      </div>
      {team.hasNextPage && (
        <Button className="mt-4" busy={team.isFetchingNextPage} onClick={() => void team.fetchNextPage()}>
          {t("team.more")}
        </Button>
      )}
    </>
  );
}

type GroupProps = {
  presence: Presence;
  /** Those read so far. */
  members: readonly TeamMember[];
  count: number | undefined;
};

function Group({ presence: each, members, count = members.length }: GroupProps) {
  const t = useTranslations("attendance.presence");
  if (members.length === 0) return null;
  return (
    <Card
      aria-label={t(each)}
      title={
        <>
          {t(each)} <span className="text-ink-3">{count}</span>
        </>
      }
    >
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <Member key={member.person.id} member={member} />
        ))}
      </ul>
    </Card>
  );
}

function Member({ member: { person, presence: each, checkedInAt, checkedOutAt } }: { member: TeamMember }) {
  const t = useTranslations("attendance");
  const { named, department } = usePersonWords();
  const { time } = useDayWords();
  const hours = checkedInAt && t("period", { from: time(checkedInAt), to: checkedOutAt ? time(checkedOutAt) : "" });
  return (
    <li className="flex min-h-13 items-center gap-2.5 py-1.5">
      <span className="relative">
        <Avatar id={person.id} name={person.name} />
        <PresenceDot presence={each} />
      </span>
      <Link href={`/attendance/team/${person.id}`} className="min-w-0 flex-1 rounded-small hover:underline">
        <span className="block truncate">{named(person)}</span>
        <span className="block truncate text-12 text-ink-3">{department(person)}</span>
      </Link>
      <span className="text-13 whitespace-nowrap text-ink-2">{hours}</span>
      <PresencePill presence={each} />
    </li>
  );
}
