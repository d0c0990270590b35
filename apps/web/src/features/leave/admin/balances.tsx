"use client";

import type { RosterEntry } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import type { BalanceOfPerson } from "@erp/contracts/leave";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Avatar } from "@/components/avatar";
import type { TableColumn } from "@/components/data-table";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/skeleton";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { FilterBar } from "@/features/people/filter-bar";
import { PeopleList } from "@/features/people/people-list";
import { usePeopleFilters } from "@/features/people/use-people-filters";
import { trpc } from "@/lib/trpc";
import { useLeaveWords } from "../format/use-leave-words";

/** What everybody has left whom the reader answers for; each row leads to the person's ledger. */
export function Balances() {
  const t = useTranslations("leave.admin");
  const filtering = usePeopleFilters();
  const people = trpc.employees.roster.useInfiniteQuery(filtering.filters, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = people.data?.pages ?? [];
  const reads = trpc.useQueries((api) =>
    pages.map(({ items }) => api.leave.balances({ employeeIds: items.map(({ id }) => id) })),
  );
  const balances = reads.flatMap(({ data }) => data ?? []);
  return (
    <>
      <PageHeader title={t("title")} description={t("hint")} />
      <FilterBar {...filtering} statuses={["ACTIVE", "LEAVER"]} />
      <PeopleList people={people} columns={useColumns(balances)} onClearFilters={filtering.clear} />
    </>
  );
}

function useColumns(balances: readonly BalanceOfPerson[]): TableColumn<RosterEntry>[] {
  const t = useTranslations("leave.admin");
  const seen = JSON.stringify(balances);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of the same balances is no reason to build the table anew
  return useMemo(() => {
    const balanceOf = new Map<EmployeeId, BalanceOfPerson>(balances.map((each) => [each.employeeId, each]));
    return [
      { id: "name", header: t("person"), cell: ({ row }) => <PersonCell person={row.original} /> },
      {
        id: "available",
        header: t("available"),
        meta: { className: "w-32 text-right!" },
        cell: ({ row }) => <Amount balance={balanceOf.get(row.original.id)} part="availableMinutes" />,
      },
      {
        id: "held",
        header: t("held"),
        meta: { className: "hidden w-32 text-right! tablet:table-cell" },
        cell: ({ row }) => <Amount balance={balanceOf.get(row.original.id)} part="heldMinutes" />,
      },
    ];
  }, [seen, t]);
}

function PersonCell({ person }: { person: RosterEntry }) {
  const { named, department } = usePersonWords();
  return (
    <Link href={`/admin/leave/${person.id}`} className="flex min-w-0 items-center gap-3 rounded-small hover:underline">
      <Avatar id={person.id} name={person.name} />
      <span className="min-w-0">
        <span className="block truncate font-semibold">{named(person)}</span>
        <span className="block truncate text-12 text-ink-3">{department(person)}</span>
      </span>
    </Link>
  );
}

type AmountProps = { balance: BalanceOfPerson | undefined; part: "availableMinutes" | "heldMinutes" };

function Amount({ balance, part }: AmountProps) {
  const { leaveWords } = useLeaveWords();
  if (!balance) return <Skeleton className="ml-auto h-4 w-12" />;
  return leaveWords(balance[part], balance.dayMinutes);
}
