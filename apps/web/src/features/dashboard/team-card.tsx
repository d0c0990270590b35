"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { CardError, CardMessage } from "@/components/card-message";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { peopleFiltersQuery } from "@/features/people/people-filters";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { DashboardCard } from "./dashboard-card";
import { TeamSkeleton } from "./team-skeleton";

const SHOWN_PEOPLE = 12;

/** The people of the reader's department; who is in today is for managers, in `TeamTodayCard`. */
export function TeamCard() {
  const t = useTranslations("dashboard.team");
  const locale = useLocale();
  const { departmentId, departmentNameKo, departmentNameEn } = useMe();
  return (
    <DashboardCard
      href={`/people${peopleFiltersQuery({ departmentId })}`}
      linkLabel={t("link")}
      title={locale === "ko" ? departmentNameKo : departmentNameEn}
    >
      <Team />
    </DashboardCard>
  );
}

function Team() {
  const t = useTranslations("dashboard");
  const { departmentId } = useMe();
  const { named } = usePersonWords();
  const team = trpc.employees.list.useQuery({ departmentId, status: "ACTIVE", limit: SHOWN_PEOPLE });
  if (team.isPending) return <TeamSkeleton label={t("loading")} />;
  if (team.isLoadingError)
    return <CardError error={team.error} onRetry={() => team.refetch()} isRetrying={team.isRefetching} />;
  if (team.data.items.length === 0) return <CardMessage title={t("team.empty")} />;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(60px,1fr))] gap-x-1 gap-y-2.5">
      {team.data.items.map((person) => (
        <li key={person.id}>
          <Link
            href={`/people/${person.id}`}
            title={named(person)}
            className="grid justify-items-center gap-0.5 rounded-control py-1 text-12 hover:bg-hover"
          >
            <Avatar id={person.id} name={person.name} />
            <span className="max-w-full truncate">{person.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
