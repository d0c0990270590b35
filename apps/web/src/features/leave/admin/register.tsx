"use client";

import type { RosterEntry } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import type { LeaveYear } from "@erp/contracts/leave-register";
import { hasPermission } from "@erp/contracts/permissions";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { TableColumn } from "@/components/data-table";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/skeleton";
import { FilterBar } from "@/features/people/filter-bar";
import { PeopleList, peoplePaging } from "@/features/people/people-list";
import { usePeopleFilters } from "@/features/people/use-people-filters";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { useLeaveWords } from "../format/use-leave-words";
import { PersonCell } from "./person-cell";
import { SaveRegister } from "./save-register";
import { YearSwitch } from "./year-switch";

/** 연차 대장: what became of everybody's leave in a year. Each line adds up, and leads to the entries behind it. */
export function Register({ year, isPresent }: { year: number; isPresent: boolean }) {
  const t = useTranslations("leave.register");
  const admin = useTranslations("leave.admin");
  const { role } = useMe();
  const filtering = usePeopleFilters();
  const people = trpc.employees.roster.useInfiniteQuery(filtering.filters, peoplePaging);
  const pages = people.data?.pages ?? [];
  const reads = trpc.useQueries((api) =>
    pages.map(({ items }) => api.leave.register({ year, employeeIds: items.map(({ id }) => id) })),
  );
  return (
    <>
      <Link href="/admin/leave" className="mb-3 inline-flex items-center gap-1.5 text-13 text-ink-2 hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {admin("back")}
      </Link>
      <PageHeader
        title={t("title", { year: String(year) })}
        description={t("hint")}
        actions={
          <>
            <YearSwitch year={year} isLast={isPresent} filters={filtering.filters} />
            {hasPermission(role, "leave:administer") && <SaveRegister year={year} filters={filtering.filters} />}
          </>
        }
      />
      <FilterBar {...filtering} statuses={["ACTIVE", "LEAVER"]} />
      <PeopleList
        people={people}
        columns={useColumns(reads.flatMap(({ data }) => data ?? []))}
        onClearFilters={filtering.clear}
      />
    </>
  );
}

/** On a phone what somebody used and has left; a tablet has room for what was granted and what will lapse. */
const amounts = [
  ["opening", "hidden desktop:table-cell"],
  ["granted", "hidden tablet:table-cell"],
  ["adjusted", "hidden desktop:table-cell"],
  ["used", ""],
  ["expired", "hidden desktop:table-cell"],
  ["held", "hidden desktop:table-cell"],
  ["closing", "pr-4! font-semibold tablet:pr-2!"],
  ["ending", "hidden pr-4! tablet:table-cell"],
] as const;

function useColumns(lines: readonly LeaveYear[]): TableColumn<RosterEntry>[] {
  const t = useTranslations("leave.register");
  const admin = useTranslations("leave.admin");
  const seen = JSON.stringify(lines);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of the same lines is no reason to build the table anew
  return useMemo(() => {
    const lineOf = new Map<EmployeeId, LeaveYear>(lines.map((each) => [each.employeeId, each]));
    return [
      { id: "name", header: admin("person"), cell: ({ row }) => <PersonCell person={row.original} /> },
      ...amounts.map(
        ([name, className]): TableColumn<RosterEntry> => ({
          id: name,
          header: t(name),
          meta: { className: `w-20 pr-2! pl-2! text-right! tablet:w-26 ${className}` },
          cell: ({ row }) => <Amount line={lineOf.get(row.original.id)} part={`${name}Minutes`} />,
        }),
      ),
    ];
  }, [seen, t, admin]);
}

type AmountProps = { line: LeaveYear | undefined; part: `${(typeof amounts)[number][0]}Minutes` };

/** Nothing is a dash, so that what there is stands out. */
function Amount({ line, part }: AmountProps) {
  const { leaveWords } = useLeaveWords();
  if (!line) return <Skeleton className="ml-auto h-4 w-12" />;
  const minutes = line[part];
  return minutes === 0 ? <span className="text-ink-3">–</span> : leaveWords(minutes, line.dayMinutes);
}
