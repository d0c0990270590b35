"use client";

import type { DepartmentId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import { keepPreviousData } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Select } from "@/components/select";
import { SkeletonRows } from "@/components/skeleton";
import { Switch } from "@/components/switch";
import { MonthSwitch } from "@/features/attendance/month-switch";
import { useToday } from "@/features/attendance/use-today";
import { useDepartmentOptions } from "@/features/people/use-department-options";
import { useMe } from "@/features/shell/me";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { LeaveTabs } from "../leave-tabs";
import { wholeTeam } from "./team-inputs";
import { TeamTable } from "./team-table";

/** Who is away when: the people of a department in rows, the days of a month in columns. */
export function TeamPage() {
  const t = useTranslations("leave.team");
  const [month, setMonth] = useState(useToday().slice(0, 7));
  const [departmentId, setDepartmentId] = useState<DepartmentId | null>(null);
  const [isAwayOnly, setIsAwayOnly] = useState(false);
  const canChoose = hasPermission(useMe().role, "leave:administer");
  return (
    <Page>
      <PageHeader title={t("title")} description={t("hint")} />
      <LeaveTabs />
      <Card
        aria-label={t("title")}
        title={<MonthSwitch month={month} onChange={setMonth} />}
        action={canChoose && <DepartmentChoice value={departmentId} onChange={setDepartmentId} />}
      >
        <div className="flex items-center gap-2 text-13">
          <Switch label={t("awayOnly")} isOn={isAwayOnly} onChange={setIsAwayOnly} />
          <span aria-hidden>{t("awayOnly")}</span>
        </div>
        <Team month={month} departmentId={departmentId} isAwayOnly={isAwayOnly} />
        <Legend />
      </Card>
    </Page>
  );
}

type TeamProps = { month: string; departmentId: DepartmentId | null; isAwayOnly: boolean };

function Team({ month, departmentId, isAwayOnly }: TeamProps) {
  const t = useTranslations("leave.team");
  const team = trpc.leave.teamCalendar.useInfiniteQuery(
    { ...wholeTeam(month, isAwayOnly), ...(departmentId && { departmentId }) },
    { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
  );
  const { data: holidays = [] } = trpc.leave.holidays.useQuery(
    { year: Number(month.slice(0, 4)) },
    { placeholderData: keepPreviousData },
  );
  if (team.isPending) return <SkeletonRows rows={8} label={t("loading")} />;
  if (team.isLoadingError)
    return <ErrorState error={team.error} onRetry={() => team.refetch()} isRetrying={team.isRefetching} />;
  const colleagues = team.data.pages.flatMap(({ items }) => items);
  if (colleagues.length === 0)
    return <EmptyState icon={UsersRound} sentence={t(isAwayOnly ? "nobodyAway" : "empty")} />;
  return (
    <>
      <TeamTable month={month} team={colleagues} holidays={holidays} />
      {team.hasNextPage && (
        <Button
          className="justify-self-center"
          busy={team.isFetchingNextPage}
          onClick={() => void team.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}

function DepartmentChoice({
  value,
  onChange,
}: {
  value: DepartmentId | null;
  onChange(id: DepartmentId | null): void;
}) {
  const t = useTranslations("leave.team");
  const options = useDepartmentOptions();
  return (
    <span className="w-44">
      <Select
        aria-label={t("department")}
        placeholder={t("ownDepartment")}
        isClearable
        value={value}
        options={options}
        onChange={onChange}
      />
    </span>
  );
}

function Legend() {
  const t = useTranslations("leave.team");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] bg-ok" />
        {t("approved")}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] border-2 border-dashed border-wait" />
        {t("requested")}
      </li>
    </ul>
  );
}
